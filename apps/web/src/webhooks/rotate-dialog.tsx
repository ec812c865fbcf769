import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Time } from '../ui/time.tsx'
import { SecretDialog } from './secret-dialog.tsx'
import type { Webhook } from './types.ts'

type RotateDialogProps = { webhook: Webhook; onClose: () => void }

/** Asks before the secret is replaced, and shows the new one. */
export function RotateDialog({ webhook, onClose }: RotateDialogProps) {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const [made, setMade] = useState<{ secret: string; previousSecretUntil: number }>()
  const rotate = trpc.webhooks.rotate.useMutation({
    async onSuccess(answer) {
      setMade(answer)
      await utils.webhooks.invalidate()
    },
  })
  if (made) {
    return (
      <SecretDialog secret={made.secret} title={`The new secret of ${webhook.name}`} onDone={onClose}>
        Give it to the receiver. Until <Time at={made.previousSecretUntil} as="date" /> at the same time of
        day, everything carries two signatures, so the old secret still verifies meanwhile.
      </SecretDialog>
    )
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Rotate the secret of ${webhook.name}?`}
      confirmLabel="Rotate secret"
      danger={false}
      pending={rotate.isPending}
      refusal={rotate.error ? sentenceOf(rotate.error) : undefined}
      onConfirm={() => rotate.mutate({ organization, webhook: webhook.id })}
    >
      There is a new secret, shown once. For 24 hours everything is signed with the old one as well, so that
      nothing is refused while you change the receiver.
      {webhook.previousSecretUntil !== null &&
        ' A rotation is under way: the secret from before that one stops at once.'}
    </ConfirmDialog>
  )
}
