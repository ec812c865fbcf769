import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { RefusedDialog } from '../pages/refused-dialog.tsx'
import type { Refused } from '../pages/refused-list.tsx'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Checkbox } from '../ui/checkbox.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import { MessageField, whyNotMessage } from './message-field.tsx'
import { sortOutcomes, whoOf } from './outcomes.ts'
import type { Standing } from './standing.ts'
import type { Listed } from './types.ts'
import { useInvitationsChanged } from './use-invitations-changed.ts'

type ResendDialogProps = {
  rows: readonly Listed[]
  mail: Standing['mail']
  onClose: () => void
  onDone: (ids: ReadonlySet<string>) => void
}

/** Sends invitations again, with a new link and a new end; with new words where that is wanted (D44, I9). */
export function ResendDialog({ rows, mail, onClose, onDone }: ResendDialogProps) {
  const { organization } = useHere()
  const [asked] = useState(rows)
  const [only] = asked
  const one = asked.length === 1
  const [message, setMessage] = useState(one ? (only?.message ?? '') : '')
  // Of many, each has words of its own, which stay unless one asks for others.
  const [rewrite, setRewrite] = useState(one)
  const changed = useInvitationsChanged()
  const resend = trpc.invitations.resend.useMutation({ onSettled: () => void changed() })
  const [result, setResult] = useState<{ sent: number; refused: readonly Refused[] }>()

  const who = whoOf(asked, (many) => counted(many, 'invitation', 'invitations'))
  const whyNot = rewrite ? whyNotMessage(message) : undefined

  async function submit() {
    if (whyNot !== undefined || resend.isPending) return
    const outcomes = await resend
      .mutateAsync({
        organization,
        invitations: asked.map(({ id }) => id),
        message: rewrite ? message : undefined,
      })
      .catch(() => undefined)
    if (!outcomes) return
    const { done, refused } = sortOutcomes(asked, outcomes)
    onDone(new Set(done.map(({ id }) => id)))
    if (refused.length > 0) return setResult({ sent: done.length, refused })
    notify({
      message: one
        ? `Sent again to ${who}. The new link replaces the old one, which is dead.`
        : `${who} sent again. The new links replace the old ones, which are dead.`,
    })
    onClose()
  }

  if (result && !one) {
    return (
      <RefusedDialog
        title={`${counted(result.sent, 'invitation', 'invitations')} sent again`}
        refused={result.refused}
        left={`${counted(result.refused.length, 'invitation was', 'invitations were')} not sent again`}
        onClose={onClose}
      />
    )
  }
  const refusal = resend.error ? sentenceOf(resend.error) : result?.refused[0]?.reason
  return (
    <Dialog
      open
      onOpenChange={() => !resend.isPending && onClose()}
      guarded
      title={one ? `Resend the invitation to ${who}` : `Resend ${who}`}
      description={`${one ? 'It gets a new link' : 'Each gets a new link'} and the same time again to answer. Links sent before stop working.`}
      onSubmit={() => void submit()}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={resend.isPending} disabledReason={whyNot}>
            {one ? 'Resend invitation' : `Resend ${who}`}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {mail === 'none' && (
          <Callout meaning="warning" title="This server sends no mail yet">
            The mail waits until it does. Copy the new link meanwhile.
          </Callout>
        )}
        {!one && (
          <Checkbox
            checked={rewrite}
            onChange={setRewrite}
            label="Write a new message for all of them"
            hint="Otherwise each keeps its own."
          />
        )}
        {rewrite && <MessageField value={message} onChange={setMessage} />}
        {refusal && (
          <Callout meaning="danger" announced>
            {refusal}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
