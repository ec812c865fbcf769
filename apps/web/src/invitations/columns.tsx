import { RoleBadge } from '../members/role-badge.tsx'
import { Name } from '../ui/name.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import type { InvitationSort } from './search.ts'
import type { Standing } from './standing.ts'
import { StatusCell } from './status-cell.tsx'
import { type Listed, recipientOf } from './types.ts'

/** What the list shows of an invitation, and by what it sorts (D15). */
export function invitationColumns(
  mail: Standing['mail'],
  onDetails: (row: Listed) => void,
): readonly Column<Listed, InvitationSort>[] {
  return [
    {
      id: 'recipient',
      header: 'Recipient',
      sort: 'email',
      phone: 'title',
      cell: (row) => (
        <button
          type="button"
          onClick={() => onDetails(row)}
          className="flex max-w-full rounded-mark text-left hover:underline"
        >
          <Name strong>{recipientOf(row)}</Name>
        </button>
      ),
    },
    { id: 'role', header: 'Role', width: 'w-26', cell: (row) => <RoleCell row={row} /> },
    {
      id: 'status',
      header: 'Status',
      width: 'w-42',
      cell: (row) => <StatusCell row={row} mail={mail} onDetails={() => onDetails(row)} />,
    },
    {
      id: 'sent',
      header: 'Sent',
      sort: 'sent',
      first: 'descending',
      width: 'w-38',
      from: 'md',
      phoneLabel: 'sent',
      cell: ({ sentAt, invitedBy }) => (
        <span className="sm:block">
          <Time at={sentAt} />
          <span className="truncate text-ink-faint text-xs max-sm:hidden sm:block">
            by <Name>{invitedBy.name}</Name>
          </span>
        </span>
      ),
    },
    {
      id: 'expires',
      header: 'Expires',
      sort: 'expires',
      width: 'w-28',
      cell: (row) => <Expires {...row} />,
    },
    {
      id: 'opened',
      header: 'Link opened',
      width: 'w-27',
      from: 'xl',
      phone: 'hidden',
      cell: ({ openedAt }) =>
        openedAt === null ? <span className="text-ink-faint">Not yet</span> : <Time at={openedAt} />,
    },
  ]
}

/** When an open one ends; when another one ended. A phone has no heads of columns: there the word stands before it. */
function Expires({ status, closedAt, expiresAt }: Listed) {
  if (closedAt !== null) {
    const word = status === 'accepted' ? 'joined' : 'closed'
    return (
      <span className="text-ink-muted sm:block">
        <OnPhone>{word}</OnPhone>
        <Time at={closedAt} />
        <span className="text-ink-faint text-xs max-sm:hidden sm:block">{word}</span>
      </span>
    )
  }
  return (
    <>
      <OnPhone>{status === 'expired' ? 'expired' : 'expires'}</OnPhone>
      {expiresAt === null ? <span className="text-ink-faint">Never</span> : <Time at={expiresAt} />}
    </>
  )
}

/** The role, and that there is more. */
function RoleCell({ row: { role, places, defaultProjects } }: { row: Listed }) {
  const more = places.projects.length + places.groups.length + places.hidden + Number(defaultProjects)
  return (
    <span className="flex items-center gap-1">
      <RoleBadge role={role} />
      {more > 0 && (
        <span className="text-ink-muted text-xs" data-tip={moreIn(places, defaultProjects)}>
          +{more}
          <span className="sr-only"> {more === 1 ? 'place' : 'places'}</span>
        </span>
      )}
    </span>
  )
}

function moreIn({ projects, groups, hidden }: Listed['places'], defaultProjects: boolean): string {
  return [
    ...projects.map(({ project, role }) => `${project.name} (${role.name})`),
    ...groups.map(({ name }) => name),
    ...(defaultProjects ? ['What new members join'] : []),
    ...(hidden > 0 ? [`${hidden} you cannot see`] : []),
  ].join(', ')
}

function OnPhone({ children }: { children: string }) {
  return <span className="text-ink-faint sm:hidden">{children} </span>
}
