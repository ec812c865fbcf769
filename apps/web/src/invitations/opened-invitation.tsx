import { useEffect, useRef } from 'react'
import { trpc } from '../api/client.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { useOnwards } from '../identity/arrival.ts'
import { useTitle } from '../pages/title.ts'
import { cx } from '../ui/cx.ts'
import { AnswerAsAddressee } from './answer-as-addressee.tsx'
import { AnswerAsVisitor } from './answer-as-visitor.tsx'
import { ClosedInvitation } from './closed-invitation.tsx'
import type { InvitationLink, InvitationView, Visitor } from './invitation-view.ts'
import { LoadingOffer } from './loading-offer.tsx'
import { Offer } from './offer.tsx'
import { SignedInAs } from './signed-in-as.tsx'
import { WrongAccount } from './wrong-account.tsx'

type OpenedInvitationProps = { link: InvitationLink; view: InvitationView; me: Visitor | null }

/** An invitation that could be read: the offer with the answer this visitor can give, or why there is none. */
export function OpenedInvitation({ link, view, me }: OpenedInvitationProps) {
  const { organization, inviter, status, you } = view
  const open = status === 'active' || status === 'pending' || status === 'undeliverable'
  const name = organization?.name ?? 'an organization'
  const isMine = me !== null && (view.email === me.email || view.username === me.username)
  const joined = you === 'member' && (isMine || !open)
  useTitle(`Invitation to ${name}`)
  useStampOpened(link, open)
  useOnwards(joined && organization ? `/${organization.slug}` : null)

  const wrong = you !== 'anonymous' && you !== 'addressee'
  if (joined) return <LoadingOffer />
  if (!open) return <ClosedInvitation view={view} signedIn={you !== 'anonymous'} />
  return (
    <BareFrame
      title={
        wrong ? (
          <>
            This invitation is for <bdi>{view.email ?? `@${view.username}`}</bdi>
          </>
        ) : (
          <>
            {inviter ? (
              <>
                <bdi>{inviter.name}</bdi> invites you
              </>
            ) : (
              'You are invited'
            )}{' '}
            to <bdi>{name}</bdi>
          </>
        )
      }
      corner={me && <SignedInAs me={me} />}
      wide={you === 'anonymous'}
    >
      <div className={cx('grid gap-5 *:min-w-0', you === 'anonymous' && 'lg:grid-cols-2 lg:gap-10')}>
        {wrong && <WrongAccount view={view} me={me} />}
        {wrong ? (
          <div className="border-line border-t pt-5">
            <Offer view={view} />
          </div>
        ) : (
          <Offer view={view} />
        )}
        {!wrong && (
          <div className={cx('border-line border-t pt-5', you === 'anonymous' && 'lg:border-t-0 lg:pt-0')}>
            {you === 'anonymous' ? (
              <AnswerAsVisitor link={link} view={view} name={name} />
            ) : (
              <AnswerAsAddressee link={link} view={view} name={name} />
            )}
          </div>
        )}
      </div>
    </BareFrame>
  )
}

/** Tells once that the link was opened: the sender's side tells that apart from accepted. */
function useStampOpened(link: InvitationLink, open: boolean): void {
  const { mutate } = trpc.invitations.opened.useMutation()
  const told = useRef(false)
  const { invitation, secret } = link
  useEffect(() => {
    if (!open || secret === undefined || told.current) return
    told.current = true
    mutate({ invitation, secret })
  }, [open, invitation, secret, mutate])
}
