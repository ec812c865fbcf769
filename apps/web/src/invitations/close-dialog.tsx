import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useUndoCall } from '../audit/use-undo-call.ts'
import { useHere } from '../organizations/here.ts'
import { RefusedDialog } from '../pages/refused-dialog.tsx'
import type { Refused } from '../pages/refused-list.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { count, counted } from '../ui/number.ts'
import { sortOutcomes, whoOf } from './outcomes.ts'
import { type Listed, recipientOf } from './types.ts'
import { useInvitationsChanged } from './use-invitations-changed.ts'

const NAMED = 8 // of many, as many are listed by name

type CloseDialogProps = {
  how: 'revoke' | 'delete'
  rows: readonly Listed[]
  onClose: () => void
  onDone: (ids: ReadonlySet<string>) => void
}

const WORDS = {
  revoke: {
    verb: 'Revoke',
    done: 'revoked',
    one: 'The link stops working at once. No mail tells them so; you can invite them again at any time.',
    many: 'The links stop working at once. No mail tells them so; you can invite them again at any time.',
  },
  delete: {
    verb: 'Delete',
    done: 'deleted',
    one: 'It goes from this list. The audit trail keeps what happened.',
    many: 'They go from this list. The audit trail keeps what happened.',
  },
} as const

/** Asks once more before invitations are revoked (T25) or expired ones deleted (D23). */
export function CloseDialog({ how, rows, onClose, onDone }: CloseDialogProps) {
  const { organization } = useHere()
  // What it was opened for: a revoked one leaves the list behind it before it closes.
  const [asked] = useState(rows)
  const changed = useInvitationsChanged()
  const undoCall = useUndoCall()
  const done = { onSettled: () => void changed() }
  const revoke = trpc.invitations.revoke.useMutation(done)
  const remove = trpc.invitations.remove.useMutation(done)
  const [result, setResult] = useState<{ closed: number; refused: readonly Refused[] }>()

  const { mutateAsync, isPending, error } = how === 'revoke' ? revoke : remove
  const words = WORDS[how]
  const who = whoOf(asked, (many) => counted(many, 'invitation', 'invitations'))
  const one = asked.length === 1

  async function close() {
    const invitations = asked.map(({ id }) => id)
    const outcomes = await mutateAsync({ organization, invitations }).catch(() => undefined)
    if (!outcomes) return
    const { done, refused } = sortOutcomes(asked, outcomes)
    onDone(new Set(done.map(({ id }) => id)))
    if (refused.length > 0) return setResult({ closed: done.length, refused })
    const closed = outcomes[0]
    const change = how === 'revoke' && closed?.ok ? closed.result.change : undefined
    notify({
      message: one ? `The invitation for ${who} was ${words.done}.` : `${who} ${words.done}.`,
      undo: change && (() => void undoCall(change)),
    })
    onClose()
  }

  if (result && !one) {
    return (
      <RefusedDialog
        title={`${counted(result.closed, 'invitation', 'invitations')} ${words.done}`}
        refused={result.refused}
        left={`${counted(result.refused.length, 'invitation was', 'invitations were')} not ${words.done}`}
        onClose={onClose}
      />
    )
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={one ? `${words.verb} the invitation for ${who}?` : `${words.verb} ${who}?`}
      confirmLabel={one ? `${words.verb} invitation` : `${words.verb} ${who}`}
      onConfirm={() => void close()}
      pending={isPending}
      refusal={error ? sentenceOf(error) : result?.refused[0]?.reason}
      lossesTitle="For"
      losses={one ? undefined : named(asked)}
    >
      {one ? words.one : words.many}
    </ConfirmDialog>
  )
}

function named(rows: readonly Listed[]): readonly string[] {
  const names = rows.slice(0, NAMED).map(recipientOf)
  const more = rows.length - names.length
  return more > 0 ? [...names, `and ${count(more)} more`] : names
}
