import { Link } from '@tanstack/react-router'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import { count } from '../ui/number.ts'
import { PhoneCount } from '../ui/phone-count.tsx'
import type { Column } from '../ui/table-types.ts'
import type { ListedGroup } from './types.ts'

/** What a list shows of a group. */
export function groupColumns(organization: string): readonly Column<ListedGroup>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      phone: 'title',
      cell: ({ id, name, description, manages }) => (
        <Link
          to="/$organization/groups/$group"
          params={{ organization, group: id }}
          className="group/entry flex min-w-0 flex-col rounded-control leading-4.5"
        >
          <span className="flex min-w-0 items-center gap-2">
            <span className="flex min-w-0 group-hover/entry:underline">
              <Name strong>{name}</Name>
            </span>
            {manages && <Badge>You manage it</Badge>}
          </span>
          {description && <span className="truncate text-ink-muted text-xs">{description}</span>}
        </Link>
      ),
    },
    {
      id: 'members',
      header: 'People',
      width: 'w-24',
      align: 'end',
      cell: ({ members }) => <PhoneCount of={members} one="person" many="people" />,
    },
    {
      id: 'groups',
      header: 'Groups inside',
      width: 'w-32',
      align: 'end',
      from: 'md',
      phone: 'hidden',
      cell: ({ groups }) => count(groups),
    },
    {
      id: 'projects',
      header: 'Roles it holds',
      width: 'w-32',
      align: 'end',
      from: 'md',
      phone: 'hidden',
      cell: ({ projects }) => count(projects),
    },
  ]
}
