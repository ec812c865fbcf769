import type { WebhookId } from '@roster/domain'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { formError, sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { filtersOf, pickedOf } from './picked-events.ts'
import { SecretDialog } from './secret-dialog.tsx'
import { type Draft, missingIn, WebhookFields } from './webhook-fields.tsx'

/** Adds a webhook, and shows its secret. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const { organization, here } = useHere()
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const [draft, setDraft] = useState<Draft>({ name: '', url: '', picked: pickedOf(['*']) })
  const [made, setMade] = useState<{ webhook: WebhookId; secret: string }>()
  const create = trpc.webhooks.create.useMutation({
    async onSuccess(answer) {
      setMade(answer)
      await utils.webhooks.list.invalidate()
    },
  })
  const missing = missingIn(draft)
  if (made) {
    return (
      <SecretDialog
        secret={made.secret}
        title={
          <>
            <bdi>{draft.name}</bdi> is added
          </>
        }
        onDone={() =>
          void navigate({
            to: '/$organization/settings/webhooks/$webhook',
            params: { organization, webhook: made.webhook },
          })
        }
      >
        The receiver checks with it that what arrives is from Roster, and not altered on the way. Any library
        for Standard Webhooks takes it as it is.
      </SecretDialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      guarded
      title="Add a webhook"
      description={`Sends what happens in ${here.name} to an address of yours.`}
      onSubmit={() => {
        if (missing !== undefined || create.isPending) return
        const { name, url, picked } = draft
        create.mutate({ organization, name, url, events: [...filtersOf(picked)] })
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={create.isPending} disabledReason={missing}>
            Add webhook
          </Button>
        </>
      }
    >
      <WebhookFields draft={draft} onChange={setDraft} error={create.error} />
      {create.error && formError(create.error, ['name', 'url']) && (
        <div className="mt-4">
          <Callout meaning="danger" announced>
            {sentenceOf(create.error)}
          </Callout>
        </div>
      )}
    </Dialog>
  )
}
