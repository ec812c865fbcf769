import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { readAsSomebodyElse } from '../identity/arrival.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import type { InvitationLink } from './invitation-view.ts'

/** The quiet way to say no, asked once more. */
export function DeclineLink({ link, name }: { link: InvitationLink; name: string }) {
  const [asking, setAsking] = useState(false)
  const decline = trpc.invitations.decline.useMutation({
    async onSuccess() {
      setAsking(false)
      await readAsSomebodyElse()
    },
  })
  return (
    <>
      <Button variant="quiet" wide onClick={() => setAsking(true)}>
        Decline the invitation
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Decline the invitation to ${name}?`}
        confirmLabel="Decline"
        pending={decline.isPending}
        refusal={decline.error ? sentenceOf(decline.error) : undefined}
        onConfirm={() => decline.mutate(link)}
      >
        Whoever invited you sees that you declined. To join later you need a new invitation.
      </ConfirmDialog>
    </>
  )
}
