import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useMe } from '../identity/me.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { TextLink } from '../ui/text-link.tsx'

type VerifyAddressProps = {
  /** What becomes possible then. */
  why?: string | undefined
}

/** Reminds of an address that is not verified yet, and sends the mail again; nothing once it is. */
export function VerifyAddress({
  why = 'Invitations to this address show up here once it is verified.',
}: VerifyAddressProps) {
  const { email, verified } = useMe()
  const [{ mail }] = trpc.identity.status.useSuspenseQuery({})
  const resend = trpc.identity.resendVerification.useMutation()
  if (verified) return null

  if (resend.isSuccess) {
    return (
      <Callout meaning="info" title={`A mail is on its way to ${email}`} announced>
        {mail === 'mailbox' ? (
          <>
            Open the link in it. This Roster runs for development, so look into{' '}
            <TextLink link={{ to: '/mailbox' }}>its mailbox</TextLink>.
          </>
        ) : (
          'Open the link in it, and your address counts as verified.'
        )}
      </Callout>
    )
  }
  return (
    <Callout
      meaning="warning"
      title="Your email address is not verified yet"
      actions={
        <Button size="small" pending={resend.isPending} onClick={() => resend.mutate({})}>
          Send the mail again
        </Button>
      }
    >
      Open the link in the mail to {email}. {why}
      {resend.error && <p role="alert">{sentenceOf(resend.error)}</p>}
    </Callout>
  )
}
