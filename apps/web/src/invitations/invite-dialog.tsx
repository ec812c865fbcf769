import { Suspense, useEffect, useState } from 'react'
import { useHere } from '../organizations/here.ts'
import { InviteForm } from './invite-form.tsx'
import { InviteResult } from './invite-result.tsx'
import { type Draft, keepDraft } from './kept-draft.ts'
import type { PickedProject } from './places.ts'
import type { Sent } from './sending.ts'

type InviteDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The project from whose page people are invited: they join it with the organization (C14). */
  startAt?: PickedProject | undefined
}

/**
 * Invites people: whom, with which role, and what became of each. What was typed is there again after the dialog
 * was closed by accident. Nothing for those who may not invite.
 */
export function InviteDialog({ open, onOpenChange, startAt }: InviteDialogProps) {
  const { may } = useHere()
  if (!open || !may('invitations.send')) return null
  return (
    <Suspense>
      <Inviting startAt={startAt} onClose={() => onOpenChange(false)} />
    </Suspense>
  )
}

function Inviting({ startAt, onClose }: Pick<InviteDialogProps, 'startAt'> & { onClose: () => void }) {
  const { here } = useHere()
  useFocusBack()
  const owner = `${here.me.user} ${here.id} ${startAt?.id ?? ''}`
  const [results, setResults] = useState<readonly Sent[]>()
  const [again, setAgain] = useState<Draft>()
  const [sent, setSent] = useState<Draft>()

  if (results) {
    return (
      <InviteResult
        results={results}
        onMore={(entries) => {
          // Who is corrected gets what was meant for them; a powerful role is confirmed anew.
          setAgain(sent && entries.length > 0 ? { ...sent, entries, sure: false } : undefined)
          setResults(undefined)
        }}
        onClose={onClose}
      />
    )
  }
  return (
    <InviteForm
      owner={owner}
      startAt={startAt}
      startWith={again}
      onSent={(outcomes, draft) => {
        keepDraft(owner, null)
        setSent(draft)
        setResults(outcomes)
      }}
      onClose={onClose}
    />
  )
}

/** One dialog follows another here, and only the first knows where the focus came from. */
function useFocusBack(): void {
  useEffect(() => {
    const origin = document.activeElement
    return () => {
      // After the dialog has let the focus go.
      setTimeout(() => {
        if (document.activeElement === document.body && origin instanceof HTMLElement) origin.focus()
      })
    }
  }, [])
}
