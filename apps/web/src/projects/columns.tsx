import { Link } from '@tanstack/react-router'
import { RoleBadge } from '../members/role-badge.tsx'
import { Badge } from '../ui/badge.tsx'
import { Name } from '../ui/name.tsx'
import { count } from '../ui/number.ts'
import { PhoneCount } from '../ui/phone-count.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import type { ProjectSort } from './search.ts'
import type { ListedProject } from './types.ts'
import { VISIBILITY } from './visibility.ts'

/** What the list shows of a project, and by what it sorts. */
export function projectColumns(organization: string): readonly Column<ListedProject, ProjectSort>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      sort: 'name',
      phone: 'title',
      cell: ({ id, name, description, archived }) => (
        <Link
          to="/$organization/projects/$project"
          params={{ organization, project: id }}
          className="group/project flex min-w-0 flex-col rounded-control leading-4.5"
        >
          <span className="flex min-w-0 items-center gap-2">
            <span className="flex min-w-0 group-hover/project:underline">
              <Name strong>{name}</Name>
            </span>
            {archived && <Badge>Archived</Badge>}
          </span>
          {description && <span className="truncate text-ink-muted text-xs">{description}</span>}
        </Link>
      ),
    },
    {
      id: 'role',
      header: 'Your role',
      width: 'w-28',
      cell: ({ myRole }) =>
        myRole ? (
          <>
            <span className="text-ink-faint sm:hidden">your role </span>
            <RoleBadge role={myRole} />
          </>
        ) : (
          <span className="text-ink-faint">Not in it</span>
        ),
    },
    {
      id: 'visibility',
      header: 'Visibility',
      width: 'w-36',
      from: 'lg',
      phone: 'hidden',
      cell: ({ visibility }) => {
        const { name, icon: Icon } = VISIBILITY[visibility]
        return (
          <span className="flex items-center gap-1.5 text-ink-muted">
            <Icon aria-hidden className="size-4 shrink-0" /> {name}
          </span>
        )
      },
    },
    {
      // Those through groups are counted on the project's own page: counting them for every row would not be cheap.
      id: 'members',
      header: 'Direct',
      width: 'w-20',
      align: 'end',
      cell: ({ members }) => <PhoneCount of={members} one="person directly" many="people directly" />,
    },
    {
      id: 'groups',
      header: 'Groups',
      width: 'w-20',
      align: 'end',
      from: 'md',
      phone: 'hidden',
      cell: ({ groups }) => count(groups),
    },
    {
      id: 'created',
      header: 'Created',
      sort: 'created',
      first: 'descending',
      width: 'w-28',
      from: 'xl',
      phone: 'hidden',
      cell: ({ since }) => (
        <span className="text-ink-muted">
          <Time at={since} as="date" />
        </span>
      ),
    },
  ]
}
