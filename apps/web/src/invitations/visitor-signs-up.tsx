import { trpc } from '../api/client.ts'
import { refusalOf } from '../api/refusal.ts'
import { AccountForm } from '../identity/account-form.tsx'
import { readAsSomebodyElse } from '../identity/arrival.ts'
import { Callout } from '../ui/callout.tsx'
import type { InvitationLink, InvitationView } from './invitation-view.ts'
import { useAccept } from './use-accept.ts'

type VisitorSignsUpProps = { link: InvitationLink; view: InvitationView; name: string }

/** No account yet: made here for the invited address and no other (O6), and the invitation accepted with it (T6). */
export function VisitorSignsUp({ link, view: { email, refusal }, name }: VisitorSignsUpProps) {
  const { accept, accepting } = useAccept(link)
  const signUp = trpc.identity.signUp.useMutation({
    onSuccess: accept,
    onError(error) {
      const code = refusalOf(error)?.code
      // Somebody was faster, or the invitation has changed: the page then says how it stands.
      if (code === 'email-taken' || code?.startsWith('invitation-')) void readAsSomebodyElse()
    },
  })
  const { invitation, secret } = link
  return (
    <>
      <p className="text-pretty text-sm">Make your account to join. It takes a minute.</p>
      {refusal && (
        <Callout meaning="danger" announced>
          {refusal.message}
        </Callout>
      )}
      <AccountForm
        lockedEmail={email ?? undefined}
        submitLabel={
          <>
            Create account and join <bdi>{name}</bdi>
          </>
        }
        pending={signUp.isPending || accepting}
        error={signUp.error}
        onSubmit={(account) =>
          secret !== undefined && signUp.mutate({ ...account, invitation: { id: invitation, secret } })
        }
      />
    </>
  )
}
