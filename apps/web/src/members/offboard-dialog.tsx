import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { RadioCards } from '../ui/radio-cards.tsx'
import { SkeletonLines } from '../ui/skeleton.tsx'
import { OffboardLosses } from './offboard-losses.tsx'
import type { Member } from './types.ts'

type Sent = 'revoke' | 'hand-over'
type OffboardDialogProps = { member: Pick<Member, 'member' | 'name'>; onClose: () => void }

/** Ends everything somebody has here in one act (D39): what that is in numbers, and what becomes of their invitations. */
export function OffboardDialog({ member: target, onClose }: OffboardDialogProps) {
  const { organization, here } = useHere()
  // For whom it was opened: whoever is offboarded leaves the page behind it before it closes.
  const [{ member, name }] = useState(target)
  const [sent, setSent] = useState<Sent>('hand-over')
  const [refused, setRefused] = useState<string>()
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const undoCall = useUndoCall()
  const preview = trpc.members.offboardPreview.useQuery({ organization, member })
  const offboard = trpc.members.offboard.useMutation()
  const { data } = preview

  async function submit() {
    if (whyNot !== undefined || offboard.isPending) return
    try {
      const [outcome] = await offboard.mutateAsync({ organization, members: [member], sent })
      if (!outcome?.ok) return setRefused(outcome?.refusal.message)
      const { change } = outcome.result
      notify({ message: `${name} was offboarded.`, undo: () => void undoCall(change) })
      await navigate({ to: '/$organization/offboarded/$change', params: { organization, change } })
    } catch (error) {
      setRefused(sentenceOf(error))
    } finally {
      void utils.invalidate()
    }
  }

  const whyNot = preview.isPending ? 'Wait until it is known what ends.' : data?.refusal?.message
  const error = refused ?? (preview.error ? sentenceOf(preview.error) : undefined)
  return (
    <Dialog
      open
      onOpenChange={() => !offboard.isPending && onClose()}
      role="alertdialog"
      guarded
      title={
        <>
          Offboard <bdi>{name}</bdi> from {here.name}?
        </>
      }
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="danger" pending={offboard.isPending} disabledReason={whyNot}>
            Offboard
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {preview.isPending && <SkeletonLines lines={5} />}
        {data?.refusal && <Callout meaning="warning">{data.refusal.message}</Callout>}
        {data && !data.refusal && <OffboardLosses preview={data} />}
        {data && !data.refusal && data.invitations > 0 && (
          <RadioCards<Sent>
            label="Open invitations they sent"
            value={sent}
            onChange={setSent}
            options={[
              {
                value: 'hand-over',
                label: 'Take them over',
                sentence: 'They go on in your name, and you answer for what they give.',
              },
              {
                value: 'revoke',
                label: 'Revoke them',
                sentence: 'Their links die. Whoever was invited must be invited again.',
              },
            ]}
          />
        )}
        {data && !data.refusal && (
          <p className="text-pretty text-ink-muted text-sm">
            Their account stays theirs. Afterwards you see a page that proves what ended, and for 30 days it
            can be undone; sessions stay ended.
          </p>
        )}
        {error && (
          <Callout meaning="danger" announced>
            {error}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
