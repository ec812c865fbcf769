import { trpc } from '../api/client.ts'
import { Callout } from '../ui/callout.tsx'
import { TextLink } from '../ui/text-link.tsx'

/** Where mail goes when it does not go out: something to know for whoever is told to look into their mail. */
export function MailNote() {
  const [{ mail }] = trpc.identity.status.useSuspenseQuery({})
  if (mail === 'smtp') return null
  if (mail === 'mailbox') {
    return (
      <Callout>
        This Roster runs for development. Its mail lands in{' '}
        <TextLink link={{ to: '/mailbox' }}>the mailbox</TextLink>.
      </Callout>
    )
  }
  return (
    <Callout meaning="warning" title="Mail is not set up here yet">
      The message waits and goes out as soon as the operator has set up mail.
    </Callout>
  )
}
