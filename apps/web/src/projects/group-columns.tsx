import { Link } from '@tanstack/react-router'
import { RoleBadge } from '../members/role-badge.tsx'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import { counted } from '../ui/number.ts'
import { PhoneCount } from '../ui/phone-count.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import type { ProjectGroup } from './types.ts'

/** What is shown of a group that holds a role; `linked` for those who may open groups. */
export function groupColumns(organization: string, linked: boolean): readonly Column<ProjectGroup>[] {
  return [
    {
      id: 'group',
      header: 'Group',
      phone: 'title',
      cell: ({ group }) =>
        linked ? (
          <Link
            to="/$organization/groups/$group"
            params={{ organization, group: group.id }}
            className="flex min-w-0 rounded-control hover:underline"
          >
            <Name strong>{group.name}</Name>
          </Link>
        ) : (
          <Name strong>{group.name}</Name>
        ),
    },
    {
      id: 'role',
      header: 'Role',
      width: 'w-28',
      cell: ({ role, expired }) =>
        expired ? (
          <Badge meaning="warning" tip={`Was ${role.name}`}>
            Ended
          </Badge>
        ) : (
          <RoleBadge role={role} />
        ),
    },
    {
      id: 'people',
      header: 'People',
      width: 'w-56',
      cell: ({ members, groups }) => (
        <span className="text-ink-muted">
          <PhoneCount of={members} one="person" many="people" />
          {groups > 0 && `, and those of ${counted(groups, 'group', 'groups')}`}
        </span>
      ),
    },
    {
      id: 'by',
      header: 'Given by',
      from: 'lg',
      phone: 'hidden',
      cell: ({ by, since }) => (
        <span className="flex min-w-0 gap-1 text-ink-muted">
          {by && <Name>{by.name}</Name>}{' '}
          <span className="shrink-0">
            on <Time at={since} as="date" />
          </span>
        </span>
      ),
    },
    {
      id: 'until',
      header: 'Until',
      width: 'w-28',
      from: 'md',
      phone: 'hidden',
      cell: ({ expiresAt }) =>
        expiresAt === null ? (
          <span className="text-ink-faint">no end</span>
        ) : (
          <Time at={expiresAt} as="date" />
        ),
    },
  ]
}
