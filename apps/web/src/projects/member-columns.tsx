import { Link } from '@tanstack/react-router'
import { RoleBadge } from '../members/role-badge.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import { AccessPath } from './access-path.tsx'
import type { ProjectMember } from './types.ts'

/** What is shown of somebody in a project: who, as what, and how they come to be in it. */
export function memberColumns(organization: string): readonly Column<ProjectMember>[] {
  return [
    {
      id: 'person',
      header: 'Person',
      phone: 'title',
      cell: ({ user, member, name, username, avatar, verified, you }) => (
        <Link
          to="/$organization/members"
          params={{ organization }}
          search={{ member }}
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
      cell: ({ role, expired }) =>
        expired ? (
          <Badge meaning="warning" tip={role ? `Was ${role.name}` : undefined}>
            Ended
          </Badge>
        ) : (
          role && <RoleBadge role={role} />
        ),
    },
    {
      id: 'access',
      header: 'Access',
      cell: (person) => <AccessPath person={person} organization={organization} />,
    },
    {
      id: 'until',
      header: 'Until',
      width: 'w-28',
      from: 'lg',
      phone: 'hidden',
      cell: ({ direct }) =>
        direct &&
        (direct.expiresAt === null ? (
          <span className="text-ink-faint">no end</span>
        ) : (
          <Time at={direct.expiresAt} as="date" />
        )),
    },
    {
      id: 'organization',
      header: 'In the organization',
      width: 'w-40',
      from: 'xl',
      phone: 'hidden',
      cell: ({ organizationRole }) => <span className="text-ink-muted">{organizationRole.name}</span>,
    },
  ]
}
