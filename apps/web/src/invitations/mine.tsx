import { Mail } from 'lucide-react'
import { AccountFrame } from '../account/account-frame.tsx'
import { VerifyAddress } from '../account/verify-address.tsx'
import { trpc } from '../api/client.ts'
import { useTitle } from '../pages/title.ts'
import { Card } from '../ui/card.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { OpenInvitation } from './open-invitation.tsx'
import { PastInvitations } from './past-invitations.tsx'

/** Who has invited oneself: what waits for an answer, and what came of the others (O13). */
export function MyInvitationsPage() {
  const [{ open, past }] = trpc.invitations.mine.useSuspenseQuery({})
  useTitle('Organization invitations')
  return (
    <AccountFrame>
      <div className="flex flex-col gap-6">
        <VerifyAddress />
        <Card title="Open invitations" flush>
          {open.length === 0 ? (
            <EmptyState icon={Mail} title="No open invitations">
              When somebody invites you to an organization, you can join or decline here.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {open.map((invitation) => (
                <OpenInvitation key={invitation.id} invitation={invitation} />
              ))}
            </ul>
          )}
        </Card>
        {past.length > 0 && <PastInvitations invitations={past} />}
      </div>
    </AccountFrame>
  )
}
