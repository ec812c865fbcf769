import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { useHere } from './here.ts'

/** Ends one's own membership, once asked. `whyNot` is the reason why one has to stay. */
export function LeaveOrganization({ whyNot }: { whyNot: string | undefined }) {
  const { organization, here } = useHere()
  const [asking, setAsking] = useState(false)
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const leave = trpc.members.leave.useMutation({
    async onSuccess() {
      notify({ message: `You have left ${here.name}.` })
      await navigate({ to: '/' })
      await utils.identity.me.invalidate()
    },
  })
  return (
    <>
      <Button disabledReason={whyNot} onClick={() => setAsking(true)}>
        Leave {here.name}
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Leave ${here.name}?`}
        losses={[
          `Your role ${here.role.name} and everything it allows in ${here.name}`,
          'Your projects and groups there',
        ]}
        confirmLabel={`Leave ${here.name}`}
        pending={leave.isPending}
        refusal={leave.error ? sentenceOf(leave.error) : undefined}
        onConfirm={() => leave.mutate({ organization })}
      >
        <p>Your account stays. To come back, you must be invited again.</p>
      </ConfirmDialog>
    </>
  )
}
