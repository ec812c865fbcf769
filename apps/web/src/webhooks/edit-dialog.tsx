import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { formError, sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { filtersOf, pickedOf } from './picked-events.ts'
import type { Webhook } from './types.ts'
import { type Draft, missingIn, WebhookFields } from './webhook-fields.tsx'

type EditDialogProps = { webhook: Webhook; onClose: () => void }

/** Gives a webhook another name, address or choice of events. */
export function EditDialog({ webhook, onClose }: EditDialogProps) {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const { name, url, events } = webhook
  const [draft, setDraft] = useState<Draft>({ name, url, picked: pickedOf(events) })
  const update = trpc.webhooks.update.useMutation({
    async onSuccess() {
      await utils.webhooks.invalidate()
      notify({ message: `${draft.name} is changed.` })
      onClose()
    },
  })
  const missing = missingIn(draft)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      title={`Edit ${name}`}
      description="What is on its way already goes to the new address."
      onSubmit={() => {
        if (missing !== undefined || update.isPending) return
        const { name, url, picked } = draft
        update.mutate({ organization, webhook: webhook.id, name, url, events: [...filtersOf(picked)] })
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={update.isPending} disabledReason={missing}>
            Save changes
          </Button>
        </>
      }
    >
      <WebhookFields draft={draft} onChange={setDraft} error={update.error} />
      {update.error && formError(update.error, ['name', 'url']) && (
        <div className="mt-4">
          <Callout meaning="danger" announced>
            {sentenceOf(update.error)}
          </Callout>
        </div>
      )}
    </Dialog>
  )
}
