import { Callout } from '../ui/callout.tsx'
import type { InvitationLink } from './invitation-view.ts'

/** Whether the link went through other hands than the mail to the invited address. */
export function isCopied({ secret }: InvitationLink): boolean {
  return secret?.startsWith('c.') ?? false
}

/** A copied link proves nothing about the mailbox; joining works all the same. Nothing for a mailed one. */
export function UnprovenNote({ link }: { link: InvitationLink }) {
  if (!isCopied(link)) return null
  return (
    <Callout>
      This link was handed to you and did not come by mail, so it does not prove that the address is yours.
      You can join; others see your address as not verified until you open the link in a mail to it.
    </Callout>
  )
}
