import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import { Section } from '../ui/section.tsx'
import { SessionRow } from './session-row.tsx'

/** Where one is signed in, and the way to end it there. */
export function Sessions() {
  const [sessions] = trpc.identity.sessions.useSuspenseQuery({})
  const [asking, setAsking] = useState(false)
  const utils = trpc.useUtils()
  const others = sessions.filter(({ current }) => !current).length
  const endOthers = trpc.identity.endOtherSessions.useMutation({
    async onSuccess({ ended }) {
      setAsking(false)
      notify({ message: `${counted(ended, 'session', 'sessions')} ended`, meaning: 'success' })
      await utils.identity.sessions.invalidate()
    },
  })
  return (
    <Section
      title="Sessions"
      description="Where you are signed in. End what you do not recognize, and then change your password."
      actions={
        <Button
          onClick={() => setAsking(true)}
          disabledReason={others === 0 ? 'You are signed in nowhere else.' : undefined}
        >
          End all others
        </Button>
      }
    >
      <ul className="-my-3 divide-y divide-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`End ${counted(others, 'other session', 'other sessions')}?`}
        confirmLabel={`End ${counted(others, 'session', 'sessions')}`}
        pending={endOthers.isPending}
        refusal={endOthers.error ? sentenceOf(endOthers.error) : undefined}
        onConfirm={() => endOthers.mutate({})}
      >
        You stay signed in here. Everywhere else you have to sign in again.
      </ConfirmDialog>
    </Section>
  )
}
