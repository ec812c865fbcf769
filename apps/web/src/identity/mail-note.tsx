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
      Messages wait until the operator has done that, and the link in them may be too old by then. Ask the
      operator.
    </Callout>
  )
}
