import { useParams } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { SpendLink } from './spend-link.tsx'

/** Proves an address with the link that was mailed to it. */
export function VerifyPage() {
  const { link } = useParams({ from: '/verify/$link' })
  const utils = trpc.useUtils()
  const verify = trpc.identity.verifyEmail.useMutation({ onSuccess: () => utils.identity.me.invalidate() })
  return (
    <SpendLink
      title="Verify your email address"
      action="Verify the address"
      spending={{ ...verify, mutate: (secret) => verify.mutate({ link, secret }) }}
      done={{
        title: 'Your email address is verified',
        text: 'Others now see that the address is really yours.',
      }}
      dead="Go to Roster: if the address still has to be verified, you can have a new mail sent from there."
    >
      With this you confirm that the address this mail came to is yours.
    </SpendLink>
  )
}
