import { Link } from '@tanstack/react-router'
import { RenewButton } from '../assignments/renew-button.tsx'
import { WhyPopover } from '../assignments/why-popover.tsx'
import { RoleBadge } from '../members/role-badge.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import { AccessPath } from './access-path.tsx'
import type { Project, ProjectMember } from './types.ts'
import { whyNotChange } from './why-not-remove.ts'

/**
 * What is shown of somebody in a project: who, as what, and how they come to be in it. `explained` for those who may
 * see why.
 */
export function memberColumns(
  organization: string,
  project: Project,
  explained: boolean,
): readonly Column<ProjectMember>[] {
  return [
    {
      id: 'person',
      header: 'Person',
      width: 'w-52',
      phone: 'title',
      cell: ({ user, member, name, username, avatar, verified, you }) => (
        <Link
          to="/$organization/members/$member"
          params={{ organization, member }}
          preload={false}
          className="group/person flex min-w-0 items-center gap-2.5 rounded-control"
        >
          <Avatar id={user} name={name} photo={avatar} verified={verified} />
          <span className="flex min-w-0 flex-col leading-4.5">
            <span className="flex min-w-0 items-baseline gap-1.5">
              <span className="flex min-w-0 group-hover/person:underline">
                <Name strong>{name}</Name>
              </span>
              {you && <span className="text-ink-muted text-xs">you</span>}
            </span>
            {username && <span className="truncate text-ink-muted text-xs">@{username}</span>}
          </span>
        </Link>
      ),
    },
    {
      id: 'role',
      header: 'Role',
      width: 'w-28',
      cell: ({ role, expired, member, name }) => {
        if (!role) return null
        const badge = expired ? (
          <Badge meaning="warning" tip={`Was ${role.name}`}>
            Ended
          </Badge>
        ) : (
          <RoleBadge role={role} />
        )
        if (!explained) return badge
        return (
          <WhyPopover
            name={name}
            member={member}
            project={project.id}
            trigger={
              <button type="button" className="rounded-full" aria-label={`${role.name}: why`}>
                {badge}
              </button>
            }
          />
        )
      },
    },
    {
      id: 'access',
      header: 'Access',
      cell: (person) => <AccessPath person={person} organization={organization} />,
    },
    {
      id: 'until',
      header: 'Until',
      width: 'w-44',
      from: 'lg',
      phone: 'hidden',
      cell: (person) => {
        const { direct, expired } = person
        if (!direct) return null
        if (direct.expiresAt === null) return <span className="text-ink-faint">no end</span>
        if (!expired) return <Time at={direct.expiresAt} as="date" />
        return <RenewButton assignment={direct.assignment} disabledReason={whyNotChange(person, project)} />
      },
    },
    {
      id: 'organization',
      header: 'In the organization',
      width: 'w-36',
      from: 'xl',
      phone: 'hidden',
      cell: ({ organizationRole }) => <span className="text-ink-muted">{organizationRole.name}</span>,
    },
  ]
}
