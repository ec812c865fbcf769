import type { DeliveryId } from '@roster/domain'
import { DeleteDialog } from './delete-dialog.tsx'
import { DeliveryDialog } from './delivery-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { RotateDialog } from './rotate-dialog.tsx'
import type { WebhookDialog } from './search.ts'
import { OffDialog, OnDialog } from './switch-dialog.tsx'
import type { Webhook } from './types.ts'

type WebhookDialogsProps = {
  webhook: Webhook
  dialog: WebhookDialog | undefined
  delivery: DeliveryId | undefined
  onClose: () => void
}

/** Whichever dialog the address of a webhook's page names. */
export function WebhookDialogs({ webhook, dialog, delivery, onClose }: WebhookDialogsProps) {
  const props = { webhook, onClose }
  if (dialog === 'edit') return <EditDialog {...props} />
  if (dialog === 'rotate') return <RotateDialog {...props} />
  if (dialog === 'off' && webhook.state !== 'off') return <OffDialog {...props} />
  if (dialog === 'on' && webhook.state === 'off') return <OnDialog {...props} />
  if (dialog === 'delete') return <DeleteDialog {...props} />
  return delivery ? <DeliveryDialog {...props} id={delivery} /> : null
}
