import { useParams } from '@tanstack/react-router'
import { trpc } from '../api/client.ts'
import { SpendLink } from './spend-link.tsx'

/** Moves an account to the address whose mailbox the link was opened from. */
export function ConfirmEmailPage() {
  const { link } = useParams({ from: '/confirm-email/$link' })
  const utils = trpc.useUtils()
  const confirm = trpc.identity.confirmEmailChange.useMutation({
    onSuccess: () => utils.identity.me.invalidate(),
  })
  return (
    <SpendLink
      title="Confirm your new email address"
      action="Use this address"
      spending={{ ...confirm, mutate: (secret) => confirm.mutate({ link, secret }) }}
      done={{
        title: 'Your email address is changed',
        text: 'From now on you sign in with the new one, and it counts as verified. The old one was told.',
      }}
      dead="Your address is as it was. In your account you can ask for the change again."
    >
      From now on you will sign in with the address this mail came to, and Roster will write to you there.
    </SpendLink>
  )
}
