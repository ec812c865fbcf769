import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import type { Webhook } from './types.ts'

type DeleteDialogProps = { webhook: Webhook; onClose: () => void }

/** Asks before a webhook is deleted. */
export function DeleteDialog({ webhook, onClose }: DeleteDialogProps) {
  const { organization, here } = useHere()
  const navigate = useNavigate()
  const remove = trpc.webhooks.delete.useMutation({
    async onSuccess() {
      notify({ message: `${webhook.name} is deleted.` })
      await navigate({ to: '/$organization/settings/webhooks', params: { organization } })
    },
  })
  const { pending } = webhook
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Delete ${webhook.name} from ${here.name}?`}
      losses={[
        'Its address and its secret. A new webhook has another secret.',
        'What was sent can be looked at here no more. The audit trail stays.',
        ...(pending > 0 ? [`${counted(pending, 'event', 'events')} that still waited to be sent.`] : []),
      ]}
      confirmLabel="Delete webhook"
      pending={remove.isPending}
      refusal={remove.error ? sentenceOf(remove.error) : undefined}
      onConfirm={() => remove.mutate({ organization, webhook: webhook.id })}
    />
  )
}
