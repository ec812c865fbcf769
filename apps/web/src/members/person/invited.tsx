import type { UserId } from '@roster/domain'
import { keepPreviousData } from '@tanstack/react-query'
import { MailPlus } from 'lucide-react'
import { trpc } from '../../api/client.ts'
import type { Standing } from '../../invitations/standing.ts'
import { StatusBadges } from '../../invitations/status-badges.tsx'
import { type Listed, recipientOf } from '../../invitations/types.ts'
import { ListPager } from '../../pages/list-pager.tsx'
import { PAGE_SIZE } from '../../pages/list-search.ts'
import { NotLoaded } from '../../pages/not-loaded.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Name } from '../../ui/name.tsx'
import { Table } from '../../ui/table.tsx'
import type { Column } from '../../ui/table-types.ts'
import { TextLink } from '../../ui/text-link.tsx'
import { Time } from '../../ui/time.tsx'
import { RoleBadge } from '../role-badge.tsx'
import { useStanding } from '../standing.ts'
import { usePersonSearch } from './use-person-search.ts'

/** Whom somebody invited, whatever became of it, newest first. */
export function Invited({ user, name }: { user: UserId; name: string }) {
  const { organization } = useStanding()
  const [{ mail }] = trpc.identity.status.useSuspenseQuery({})
  const { search, set } = usePersonSearch()
  const { page = 1, size = PAGE_SIZE } = search
  const list = trpc.invitations.list.useQuery(
    { organization, sender: user, status: 'all', page, pageSize: size },
    { placeholderData: keepPreviousData },
  )
  if (list.error && !list.data) {
    return <NotLoaded what="invitations" error={list.error} onRetry={() => void list.refetch()} />
  }
  return (
    <>
      <Table<Listed>
        caption={`Invitations sent by ${name}`}
        columns={columns(organization, user, mail)}
        rows={list.data?.items}
        rowId={({ id }) => id}
        rowName={recipientOf}
        expected={3}
        refreshing={list.isPlaceholderData}
        empty={
          <EmptyState icon={MailPlus} title="Nobody invited">
            Whomever they invite is listed here, with what became of it.
          </EmptyState>
        }
      />
      {list.data?.total !== 0 && (
        <ListPager list={list.data} size={search.size} onTurn={(to) => set(to, { toTop: true })} />
      )}
    </>
  )
}

function columns(organization: string, sender: UserId, mail: Standing['mail']): readonly Column<Listed>[] {
  return [
    {
      id: 'recipient',
      header: 'Recipient',
      phone: 'title',
      cell: (row) => (
        <TextLink
          link={{
            to: '/$organization/members/invitations',
            params: { organization },
            search: { sender, status: 'all', dialog: 'details', of: row.id },
          }}
        >
          <Name>{recipientOf(row)}</Name>
        </TextLink>
      ),
    },
    { id: 'role', header: 'Role', width: 'w-28', cell: ({ role }) => <RoleBadge role={role} /> },
    {
      id: 'status',
      header: 'Status',
      width: 'w-44',
      cell: (row) => (
        <span className="flex items-center gap-1">
          <StatusBadges row={row} mail={mail} />
        </span>
      ),
    },
    {
      id: 'sent',
      header: 'Sent',
      width: 'w-32',
      phoneLabel: 'sent',
      cell: ({ sentAt }) => <Time at={sentAt} />,
    },
  ]
}
