import type { Instant } from '@roster/domain'
import { type Rendered, render } from './letter.ts'
import { ahead, exactly } from './moment.ts'
import { brief, greeting, phrase, strong, verbatim } from './phrase.ts'

export type InvitationEndingMail = {
  /** Whoever invited. */
  name: string
  organization: string
  /** The invited address or username, whichever the sender used. */
  recipient: { kind: 'email' | 'username'; text: string }
  role: string
  expiresAt: Instant
  now: Instant
  link: string
  host: string
}

/** To whoever invited somebody who has not answered, shortly before the invitation runs out (D43). */
export function invitationEnding(mail: InvitationEndingMail): Rendered {
  const { name, organization, recipient, role, expiresAt, now, link, host } = mail
  const who = recipient.kind === 'email' ? phrase`${verbatim(recipient.text)}` : phrase`@${recipient.text}`
  return render({
    subject: phrase`Your invitation to ${brief(organization)} has not been answered`,
    preview: phrase`It runs out ${ahead(expiresAt, now)}.`,
    heading: phrase`An invitation runs out ${ahead(expiresAt, now)}`,
    opening: [
      greeting(name),
      phrase`You invited ${strong(who)} to join ${strong(organization)} as ${strong(role)}. There is no answer yet.`,
    ],
    facts: [{ label: 'Open until', value: phrase`${exactly(expiresAt)}` }],
    action: { label: 'See invitations', link },
    closing: [phrase`There you can give it more days, send it again, or revoke it.`],
    why: phrase`You get this mail because you sent the invitation. Your account says which mail you get.`,
    host,
  })
}
