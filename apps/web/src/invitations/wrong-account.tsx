import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { readAsSomebodyElse } from '../identity/arrival.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { LinkButton } from '../ui/link-button.tsx'
import type { InvitationView, Visitor } from './invitation-view.ts'

/** Signed in as somebody it is not for: says so, and changes the account on this very page. */
export function WrongAccount({
  view: { email, you, organization },
  me,
}: {
  view: InvitationView
  me: Visitor | null
}) {
  const signOut = trpc.identity.signOut.useMutation({ onSuccess: () => readAsSomebodyElse() })
  return (
    <div className="flex flex-col gap-3">
      <Callout meaning="warning">
        You are signed in as {me?.email ?? 'somebody else'}
        {you === 'member' && organization ? `, who is a member of ${organization.name} already` : ''}. Only
        the invited account can answer it.
      </Callout>
      {signOut.error && (
        <Callout meaning="danger" announced>
          {sentenceOf(signOut.error)}
        </Callout>
      )}
      <Button
        variant="primary"
        size="large"
        wide
        pending={signOut.isPending || signOut.isSuccess}
        onClick={() => signOut.mutate({})}
      >
        {email === null ? 'Switch account' : `Go on as ${email}`}
      </Button>
      <LinkButton
        variant="quiet"
        wide
        link={
          you === 'member' && organization
            ? { to: '/$organization', params: { organization: organization.slug } }
            : { to: '/' }
        }
      >
        {you === 'member' && organization
          ? `Open ${organization.name}`
          : 'Stay signed in and leave this page'}
      </LinkButton>
    </div>
  )
}
