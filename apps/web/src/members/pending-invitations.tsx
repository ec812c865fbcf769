import type { AppRouter } from '@roster/api'
import { keepPreviousData } from '@tanstack/react-query'
import type { inferRouterOutputs } from '@trpc/server'
import { trpc } from '../api/client.ts'
import { useHere } from '../organizations/here.ts'
import { Badge } from '../ui/badge.tsx'
import { count } from '../ui/number.ts'
import { Table } from '../ui/table.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'

const NEWEST = 5

/** The newest open invitations below the members, with the way to all of them (T18). Nothing while there are none. */
export function PendingInvitations() {
  const { organization, here } = useHere()
  const { data } = trpc.invitations.list.useQuery(
    { organization, status: 'open', sort: 'sent', direction: 'desc', pageSize: NEWEST },
    { placeholderData: keepPreviousData },
  )
  const open = here.totals.invitations ?? 0
  if (open === 0 || data?.items.length === 0) return null

  return (
    <section aria-labelledby="pending-invitations" className="mt-6">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="pending-invitations" className="font-semibold text-lg">
          Pending invitations
        </h2>
        <span className="text-sm">
          <TextLink link={{ to: '/$organization/members/invitations', params: { organization } }}>
            {open > NEWEST ? `All ${count(open)} invitations` : 'All invitations'}
          </TextLink>
        </span>
      </div>
      <Table
        caption="The newest pending invitations"
        rows={data?.items}
        rowId={({ id }) => id}
        rowName={recipientOf}
        expected={Math.min(open, NEWEST)}
        columns={[
          { id: 'recipient', header: 'Recipient', phone: 'title', cell: (row) => recipientOf(row) },
          { id: 'role', header: 'Role', width: 'w-28', cell: ({ role }) => <Badge>{role.name}</Badge> },
          { id: 'status', header: 'Status', width: 'w-36', cell: (row) => <Status {...row} /> },
          {
            id: 'sent',
            header: 'Sent',
            width: 'w-30',
            phoneLabel: 'sent',
            cell: ({ sentAt }) => <Time at={sentAt} />,
          },
        ]}
      />
    </section>
  )
}

type Listed = inferRouterOutputs<AppRouter>['invitations']['list']['items'][number]

function recipientOf({ recipient }: Listed): string {
  return recipient.email ?? `@${recipient.username ?? 'deleted account'}`
}

/** The status in a word; the list has only open ones, and one that closes meanwhile leaves it at once. */
function Status({ status, expiresSoon }: Listed) {
  if (status === 'undeliverable') return <Badge meaning="danger">Undeliverable</Badge>
  if (status === 'expired') return <Badge meaning="warning">Expired</Badge>
  if (expiresSoon) return <Badge meaning="warning">Expires soon</Badge>
  if (status === 'pending') return <Badge>Being sent</Badge>
  return <Badge meaning="info">Invited</Badge>
}
