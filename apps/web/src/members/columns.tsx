import { Name } from '../ui/name.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import { EmailLink } from './email-link.tsx'
import { PersonCell } from './person-cell.tsx'
import { RoleBadge } from './role-badge.tsx'
import type { MemberSort } from './search.ts'
import type { Member } from './types.ts'

/** What the list shows of a person, and by what it sorts. */
export function memberColumns(organization: string): readonly Column<Member, MemberSort>[] {
  return [
    {
      id: 'person',
      header: 'Person',
      sort: 'name',
      phone: 'title',
      cell: (member) => <PersonCell member={member} organization={organization} />,
    },
    {
      id: 'email',
      header: 'Email',
      sort: 'email',
      from: 'md',
      phone: 'hidden',
      cell: ({ email }) =>
        email && (
          <span className="text-ink-muted">
            <EmailLink email={email} />
          </span>
        ),
    },
    {
      id: 'title',
      header: 'Title',
      width: 'w-34',
      from: 'xl',
      phone: 'hidden',
      cell: ({ title }) => title && <Name>{title}</Name>,
    },
    { id: 'role', header: 'Role', width: 'w-26', cell: ({ role }) => <RoleBadge role={role} /> },
    {
      id: 'active',
      header: 'Last active',
      sort: 'active',
      first: 'descending',
      width: 'w-29',
      phoneLabel: 'active',
      // One's own is written down a little later, and yet one is here.
      cell: ({ you, lastActiveAt }) =>
        you ? (
          'now'
        ) : lastActiveAt === null ? (
          <span className="text-ink-faint">never</span>
        ) : (
          <Time at={lastActiveAt} />
        ),
    },
    {
      id: 'joined',
      header: 'Joined',
      sort: 'joined',
      first: 'descending',
      width: 'w-24',
      from: 'xl',
      phone: 'hidden',
      cell: ({ joinedAt }) => (
        <span className="text-ink-muted">
          <Time at={joinedAt} as="date" />
        </span>
      ),
    },
  ]
}
