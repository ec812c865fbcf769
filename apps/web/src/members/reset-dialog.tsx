import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { useStanding } from './standing.ts'
import type { Member } from './types.ts'

/** Asks before a mail goes out with which somebody can choose a new password. */
export function ResetDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { organization } = useStanding()
  const send = trpc.members.sendPasswordReset.useMutation({
    onSuccess() {
      notify({ message: `The mail to ${member.name} is on its way.` })
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      danger={false}
      title={`Send ${member.name} a password reset?`}
      confirmLabel="Send mail"
      pending={send.isPending}
      refusal={send.error ? sentenceOf(send.error) : undefined}
      onConfirm={() => send.mutate({ organization, member: member.member })}
    >
      <p>
        A mail with a link to choose a new password goes to{' '}
        <span className="text-ink [overflow-wrap:anywhere]">{member.email ?? 'their address'}</span>. You
        never see the link, and the present password works until they have chosen another.
      </p>
    </ConfirmDialog>
  )
}
