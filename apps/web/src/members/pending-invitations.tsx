import { keepPreviousData } from '@tanstack/react-query'
import { trpc } from '../api/client.ts'
import { StatusBadges } from '../invitations/status-badges.tsx'
import { recipientOf } from '../invitations/types.ts'
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
  const [{ mail }] = trpc.identity.status.useSuspenseQuery({})
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
          {
            id: 'status',
            header: 'Status',
            width: 'w-40',
            cell: (row) => (
              <span className="flex items-center gap-1">
                <StatusBadges row={row} mail={mail} />
              </span>
            ),
          },
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
