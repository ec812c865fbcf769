import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { MuteButton } from '../notifications/mute-button.tsx'
import { Avatar } from '../ui/avatar.tsx'
import { Badge } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { TextLink } from '../ui/text-link.tsx'
import { Time } from '../ui/time.tsx'
import type { MyInvitation } from './invitation-view.ts'
import { sayLeftOut } from './left-out.ts'

/** An invitation that waits for one's answer: join, decline, or look at it more closely. */
export function OpenInvitation({ invitation: { id, ...invitation } }: { invitation: MyInvitation }) {
  const { organization, role, inviter, sentAt, expiresAt } = invitation
  const [declining, setDeclining] = useState(false)
  const utils = trpc.useUtils()
  const readAgain = () => Promise.all([utils.identity.me.invalidate(), utils.invitations.invalidate()])
  const accept = trpc.invitations.accept.useMutation({
    onSuccess(joined) {
      notify({ message: `You joined ${organization.name} as ${role.name}`, meaning: 'success' })
      sayLeftOut(joined)
    },
    onError: (error) => notify({ message: sentenceOf(error), meaning: 'danger' }),
    onSettled: readAgain,
  })
  const decline = trpc.invitations.decline.useMutation({
    async onSuccess() {
      setDeclining(false)
      await readAgain()
    },
  })
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3">
      <Avatar id={organization.slug} name={organization.name} square />
      <div className="min-w-0 flex-1 basis-56 text-sm">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
          <TextLink link={{ to: '/invitations/$invitation', params: { invitation: id } }}>
            <bdi>{organization.name}</bdi>
          </TextLink>
          <Badge>{role.name}</Badge>
        </p>
        <p className="text-ink-muted">
          <bdi>{inviter}</bdi> invited you <Time at={sentAt} />
          {expiresAt !== null && (
            <>
              {' '}
              · expires <Time at={expiresAt} />
            </>
          )}
        </p>
      </div>
      <div className="flex items-center gap-2">
        <MuteButton organization={organization} />
        <Button
          variant="quiet"
          aria-label={`Decline ${organization.name}`}
          onClick={() => setDeclining(true)}
        >
          Decline
        </Button>
        <Button
          variant="primary"
          aria-label={`Join ${organization.name}`}
          pending={accept.isPending}
          onClick={() => accept.mutate({ invitation: id })}
        >
          Join
        </Button>
      </div>
      <ConfirmDialog
        open={declining}
        onOpenChange={setDeclining}
        title={`Decline the invitation to ${organization.name}?`}
        confirmLabel="Decline"
        pending={decline.isPending}
        refusal={decline.error ? sentenceOf(decline.error) : undefined}
        onConfirm={() => decline.mutate({ invitation: id })}
      >
        {inviter} sees that you declined. To join later you need a new invitation.
      </ConfirmDialog>
    </li>
  )
}
