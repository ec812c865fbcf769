import { useNavigate } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { LastTransfer } from './last-transfer.tsx'
import { whyNotLeave } from './may.ts'
import { useStanding } from './standing.ts'

type LeaveDialogProps = {
  onClose: () => void
  /** The way out for the last owner. */
  onTransfer: () => void
}

/** Asks before one leaves; the last owner is told why not, and how they can (D46). */
export function LeaveDialog({ onClose, onTransfer }: LeaveDialogProps) {
  const { organization, here, standing, may } = useStanding()
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const leave = trpc.members.leave.useMutation({
    async onSuccess() {
      notify({ message: `You have left ${here.name}.` })
      await navigate({ to: '/' })
      await utils.identity.me.invalidate()
    },
  })
  const whyNot = whyNotLeave(here.role, standing)

  if (whyNot !== undefined) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={`You are the only owner of ${here.name}`}
        footer={
          <>
            <Button onClick={onClose}>Stay</Button>
            <Button variant="primary" onClick={onTransfer}>
              Transfer ownership
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-4">
          <Callout meaning="warning">{whyNot}</Callout>
          {may('audit.read') && <LastTransfer />}
        </div>
      </Dialog>
    )
  }
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Leave ${here.name}?`}
      losses={[
        `Your role ${here.role.name} and everything it allows in ${here.name}`,
        `Access to ${here.name}, at once and on every device`,
      ]}
      confirmLabel={`Leave ${here.name}`}
      pending={leave.isPending}
      refusal={leave.error ? sentenceOf(leave.error) : undefined}
      onConfirm={() => leave.mutate({ organization })}
    >
      <p>Your account stays. To come back, you must be invited again.</p>
    </ConfirmDialog>
  )
}
