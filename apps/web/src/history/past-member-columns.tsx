import { Link } from '@tanstack/react-router'
import { RoleBadge } from '../members/role-badge.tsx'
import type { Member } from '../members/types.ts'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import { Who } from './who.tsx'

/** What is shown of somebody who was a member on some day. */
export function pastMemberColumns(organization: string, day: string): readonly Column<Member>[] {
  return [
    {
      id: 'person',
      header: 'Person',
      phone: 'title',
      cell: (member) => (
        <Link
          to="/$organization/members/$member"
          params={{ organization, member: member.member }}
          search={{ asOf: day }}
          preload={false}
          className="group/person flex min-w-0 items-center gap-2.5 rounded-control"
        >
          <Who person={member} you={member.you} />
        </Link>
      ),
    },
    {
      id: 'email',
      header: 'Email',
      from: 'md',
      phone: 'hidden',
      cell: ({ email }) => email && <span className="text-ink-muted">{email}</span>,
    },
    { id: 'role', header: 'Role then', width: 'w-28', cell: ({ role }) => <RoleBadge role={role} /> },
    {
      id: 'joined',
      header: 'Joined',
      width: 'w-28',
      from: 'lg',
      phone: 'hidden',
      cell: ({ joinedAt }) => <Time at={joinedAt} as="date" />,
    },
    {
      id: 'left',
      header: 'Left since',
      width: 'w-28',
      cell: ({ leftAt }) =>
        leftAt === null ? (
          <span className="text-ink-faint">still here</span>
        ) : (
          <>
            <span className="text-ink-faint sm:hidden">left </span>
            <Time at={leftAt} as="date" />
          </>
        ),
    },
  ]
}
