import type { ReactNode } from 'react'
import { DeadLink } from '../identity/dead-link.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import type { LinkTarget } from '../ui/link-target.ts'
import { Time } from '../ui/time.tsx'
import type { InvitationView } from './invitation-view.ts'

type ClosedInvitationProps = { view: InvitationView; signedIn: boolean }

/** An invitation that cannot be answered any more: why, and what to do instead. */
export function ClosedInvitation({ view, signedIn }: ClosedInvitationProps) {
  const { title, text } = toldOf(view, signedIn)
  const [label, link] = nextStep(view, signedIn)
  return (
    <DeadLink
      title={title}
      tab="Invitation"
      action={
        <LinkButton
          link={link}
          variant={view.status === 'accepted' ? 'primary' : 'secondary'}
          size="large"
          wide
        >
          {label}
        </LinkButton>
      }
    >
      {text}
    </DeadLink>
  )
}

function nextStep({ status, organization }: InvitationView, signedIn: boolean): [label: string, LinkTarget] {
  if (signedIn) {
    return status === 'superseded'
      ? ['See my invitations', { to: '/account/invitations' }]
      : ['Go to my organizations', { to: '/' }]
  }
  const next = status === 'accepted' && organization ? `/${organization.slug}` : undefined
  return ['Sign in', { to: '/sign-in', search: next ? { next } : {} }]
}

type Told = { title: ReactNode; text: ReactNode }

function toldOf(view: InvitationView, signedIn: boolean): Told {
  const { status, organization, inviter, expiresAt, you } = view
  const name = organization ? <bdi>{organization.name}</bdi> : 'the organization'
  const whom = inviter ? <bdi>{inviter.name}</bdi> : <>someone at {name}</>
  switch (status) {
    case 'accepted':
      return {
        title: 'This invitation has been used',
        text:
          you === 'addressee' ? (
            <p>
              You joined {name} with it, but you are not a member any more. Ask {whom} to invite you again.
            </p>
          ) : signedIn ? (
            <p>
              Somebody else has joined {name} with it. An invitation works once: ask {whom} for one of your
              own.
            </p>
          ) : (
            <p>Whoever it was for has joined {name}. If that was you, sign in.</p>
          ),
      }
    case 'declined':
      return {
        title: <>The invitation to {name} was declined</>,
        text: <p>Nothing else happens. To join after all, ask {whom} to invite you again.</p>,
      }
    case 'revoked':
      return {
        title: 'This invitation was withdrawn',
        text: (
          <p>
            Somebody at {name} has taken it back. If that looks like a mistake, ask {whom} for a new one.
          </p>
        ),
      }
    case 'superseded':
      return {
        title: 'There is a newer invitation',
        text: <p>{name} has sent another invitation since. Open the link in the newest mail.</p>,
      }
    default:
      return {
        title: 'This invitation has expired',
        text: (
          <>
            {expiresAt !== null && (
              <p>
                It could be answered until <Time at={expiresAt} as="date" />.
              </p>
            )}
            <p>Ask {whom} to send it again: a new mail then comes with a new link.</p>
          </>
        ),
      }
  }
}
