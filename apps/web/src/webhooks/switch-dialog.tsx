import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import type { Webhook } from './types.ts'

type SwitchDialogProps = { webhook: Webhook; onClose: () => void }

/** Asks before a webhook is switched off. */
export function OffDialog({ webhook, onClose }: SwitchDialogProps) {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const disable = trpc.webhooks.disable.useMutation({
    async onSuccess() {
      await utils.webhooks.invalidate()
      notify({ message: `${webhook.name} is switched off.` })
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Switch off ${webhook.name}?`}
      confirmLabel="Switch off"
      danger={false}
      pending={disable.isPending}
      refusal={disable.error ? sentenceOf(disable.error) : undefined}
      onConfirm={() => disable.mutate({ organization, webhook: webhook.id })}
    >
      Nothing is sent until it is switched on again. You choose then whether what happened meanwhile is sent.
    </ConfirmDialog>
  )
}

/** Asks how to go on before a webhook is switched on. */
export function OnDialog({ webhook, onClose }: SwitchDialogProps) {
  const { organization } = useHere()
  const utils = trpc.useUtils()
  const [missed, setMissed] = useState<'send' | 'skip'>('send')
  const enable = trpc.webhooks.enable.useMutation({
    async onSuccess() {
      await utils.webhooks.invalidate()
      notify({ message: `${webhook.name} is switched on.`, meaning: 'success' })
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Switch on ${webhook.name}?`}
      confirmLabel="Switch on"
      danger={false}
      pending={enable.isPending}
      refusal={enable.error ? sentenceOf(enable.error) : undefined}
      onConfirm={() => enable.mutate({ organization, webhook: webhook.id, missed })}
    >
      <RadioCards<'send' | 'skip'>
        label="What happened meanwhile"
        value={missed}
        onChange={setMissed}
        options={[
          {
            value: 'send',
            label: 'Send it now',
            sentence: 'Everything it would have been told since it was switched off, in order.',
          },
          { value: 'skip', label: 'Leave it out', sentence: 'It is told what happens from now on.' },
        ]}
      />
    </ConfirmDialog>
  )
}
