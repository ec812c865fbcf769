import { trpc } from '../api/client.ts'
import { SignInForm } from '../identity/sign-in-form.tsx'
import { Callout } from '../ui/callout.tsx'
import type { InvitationLink, InvitationView } from './invitation-view.ts'
import { useAccept } from './use-accept.ts'

type VisitorSignsInProps = { link: InvitationLink; view: InvitationView; name: string }

/** There is an account for the invitation: signing in accepts it. */
export function VisitorSignsIn({ link, view: { email, username, refusal }, name }: VisitorSignsInProps) {
  const { accept, accepting } = useAccept(link)
  const signIn = trpc.identity.signIn.useMutation({ onSuccess: accept })
  return (
    <>
      <p className="text-pretty text-sm">
        {email === null && username !== null
          ? `Sign in as @${username} to join.`
          : 'You have an account with this address already. Sign in to join.'}
      </p>
      {refusal && (
        <Callout meaning="danger" announced>
          {refusal.message}
        </Callout>
      )}
      <SignInForm
        lockedEmail={email ?? undefined}
        submitLabel={
          <>
            Sign in and join <bdi>{name}</bdi>
          </>
        }
        pending={signIn.isPending || accepting}
        error={signIn.error}
        onSubmit={(credentials) => signIn.mutate(credentials)}
      />
    </>
  )
}
