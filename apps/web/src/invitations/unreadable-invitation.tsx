import { incidentOf, sentenceOf } from '../api/refusal.ts'
import { BareFrame } from '../frame/bare-frame.tsx'
import { DeadLink } from '../identity/dead-link.tsx'
import { useTitle } from '../pages/title.ts'
import { Button } from '../ui/button.tsx'
import { Code } from '../ui/code.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import type { InvitationLink } from './invitation-view.ts'

type UnreadableInvitationProps = { link: InvitationLink; signedIn: boolean }

/** The link opens nothing, or nothing for this visitor. */
export function UnreadableInvitation({ link, signedIn }: UnreadableInvitationProps) {
  const partMissing = link.secret === undefined
  return (
    <DeadLink
      title={partMissing ? 'A part of this link is missing' : 'This invitation link is not valid'}
      action={
        <LinkButton
          variant="primary"
          size="large"
          wide
          link={
            signedIn
              ? { to: '/account/invitations' }
              : { to: '/sign-in', search: { next: `/invitations/${encodeURIComponent(link.invitation)}` } }
          }
        >
          {signedIn ? 'See my invitations' : 'Sign in'}
        </LinkButton>
      }
    >
      {partMissing ? (
        <p>Open the link in the invitation mail, or copy it from there as a whole.</p>
      ) : (
        <p>
          It may be incomplete, or the invitation has been sent again since: then only the link in the newest
          mail works.
        </p>
      )}
      <p className="text-ink-muted">
        {signedIn
          ? 'What is addressed to your account, you also find there.'
          : 'You have an account already? Once you are signed in you see what is addressed to you, without any link.'}
      </p>
    </DeadLink>
  )
}

/** The invitation could not be asked for. */
export function UnreachableInvitation({ error, onAgain }: { error: unknown; onAgain: () => void }) {
  const incident = incidentOf(error)
  useTitle('Invitation')
  return (
    <BareFrame title="This invitation could not be loaded">
      <div role="alert" className="flex flex-col gap-4">
        <p>{sentenceOf(error)}</p>
        <Button variant="primary" size="large" wide onClick={onAgain}>
          Try again
        </Button>
        {incident && (
          <p className="text-ink-muted text-xs">
            Request <Code>{incident}</Code>
          </p>
        )}
      </div>
    </BareFrame>
  )
}
