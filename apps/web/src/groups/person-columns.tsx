import { Link } from '@tanstack/react-router'
import { RoleBadge } from '../members/role-badge.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import type { Column } from '../ui/table-types.ts'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import type { GroupPerson } from './types.ts'

/** What a group's list shows of a person. */
export function personColumns(organization: string): readonly Column<GroupPerson>[] {
  return [
    {
      id: 'person',
      header: 'Person',
      phone: 'title',
      cell: (person) => (
        <Link
          to="/$organization/members/$member"
          params={{ organization, member: person.member }}
          preload={false}
          className="group/person flex min-w-0 items-center gap-2.5 rounded-control"
        >
          <Avatar id={person.user} name={person.name} photo={person.avatar} verified={person.verified} />
          <span className="flex min-w-0 flex-col leading-4.5">
            <span className="flex min-w-0 items-center gap-1.5">
              <span className="flex min-w-0 group-hover/person:underline">
                <Name strong>{person.name}</Name>
              </span>
              {person.you && <span className="text-ink-muted text-xs">you</span>}
              {person.manager && <Badge meaning="accent">Manager</Badge>}
            </span>
            {person.username && <span className="truncate text-ink-muted text-xs">@{person.username}</span>}
          </span>
        </Link>
      ),
    },
    {
      id: 'role',
      header: 'Role',
      width: 'w-28',
      from: 'md',
      phone: 'hidden',
      cell: ({ role }) => <RoleBadge role={role} />,
    },
    {
      id: 'why',
      header: 'Added',
      width: 'w-56',
      cell: ({ through, by, since }) => (
        <span className="flex min-w-0 items-baseline gap-1 text-ink-muted">
          {through ? (
            <>
              through
              <TextLink
                link={{ to: '/$organization/groups/$group', params: { organization, group: through.id } }}
              >
                <Name>{through.name}</Name>
              </TextLink>
            </>
          ) : (
            <>
              <span className="shrink-0">
                <span className="sm:hidden">added </span>
                <Time at={since} as="date" />
              </span>
              {by && (
                <>
                  by <Name>{by.name}</Name>
                </>
              )}
            </>
          )}
        </span>
      ),
    },
  ]
}
