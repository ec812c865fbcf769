import { Badge } from '../ui/badge.tsx'
import type { Meaning } from '../ui/meaning.ts'
import { Name } from '../ui/name.tsx'
import { Table } from '../ui/table.tsx'
import type { Column } from '../ui/table-types.ts'
import { Time } from '../ui/time.tsx'
import type { MyInvitation } from './invitation-view.ts'

type Outcome = { label: string; meaning: Meaning | 'neutral' }

const COLUMNS: readonly Column<MyInvitation>[] = [
  {
    id: 'organization',
    header: 'Organization',
    cell: ({ organization }) => <Name strong>{organization.name}</Name>,
    phone: 'title',
  },
  { id: 'role', header: 'Role', cell: ({ role }) => <Name>{role.name}</Name>, width: 'w-32' },
  { id: 'outcome', header: 'Outcome', cell: outcomeBadge, width: 'w-32' },
  {
    id: 'inviter',
    header: 'Invited by',
    cell: ({ inviter }) => <Name>{inviter}</Name>,
    from: 'lg',
    phone: 'hidden',
  },
  {
    id: 'when',
    header: 'When',
    cell: ({ closedAt, expiresAt, sentAt }) => <Time at={closedAt ?? expiresAt ?? sentAt} />,
    width: 'w-32',
  },
]

/** What came of earlier invitations, the latest first. */
export function PastInvitations({ invitations }: { invitations: readonly MyInvitation[] }) {
  return (
    <section aria-labelledby="past-invitations">
      <h2 id="past-invitations" className="mb-3 font-semibold text-md">
        Past invitations
      </h2>
      <Table
        caption="Each with its role and what came of it"
        columns={COLUMNS}
        rows={invitations}
        rowId={({ id }) => id}
        rowName={({ organization }) => organization.name}
      />
    </section>
  )
}

function outcomeBadge({ status }: MyInvitation) {
  const { label, meaning } = outcomeOf(status)
  return <Badge meaning={meaning}>{label}</Badge>
}

function outcomeOf(status: MyInvitation['status']): Outcome {
  switch (status) {
    case 'accepted':
      return { label: 'Joined', meaning: 'success' }
    case 'declined':
      return { label: 'Declined', meaning: 'neutral' }
    case 'revoked':
      return { label: 'Withdrawn', meaning: 'neutral' }
    default:
      return { label: 'Expired', meaning: 'warning' }
  }
}
