import type { Instant } from '@roster/domain'
import { type Rendered, render } from './letter.ts'
import { validity } from './moment.ts'
import { brief, phrase, strong, verbatim } from './phrase.ts'

export type DomainProofMail = {
  domain: string
  organization: string
  /** Who asked; null when their account is gone. */
  askedBy: string | null
  link: string
  expiresAt: Instant
  now: Instant
  host: string
}

/** To whoever runs a domain: an organization says that it is theirs, and asks for a yes. */
export function domainProof(mail: DomainProofMail): Rendered {
  const { domain, organization, askedBy, link, expiresAt, now, host } = mail
  const name = verbatim(domain)
  const who = askedBy === null ? phrase`Somebody` : strong(askedBy)
  return render({
    subject: phrase`Does ${name} belong to ${brief(organization)}?`,
    preview: phrase`Confirm it only if you run ${name} and know them.`,
    heading: phrase`Does ${name} belong to ${organization}?`,
    opening: [
      phrase`${who} says on ${verbatim(host)} that ${strong(phrase`${name}`)} belongs to ${strong(organization)}.`,
      phrase`Once you confirm it, invitations from ${organization} show the domain as proven, and ${organization} may let people with an address at ${name} join by themselves.`,
    ],
    action: { label: 'Look at it', link },
    closing: [
      phrase`Nothing changes before you confirm it on that page. The link works until ${validity(expiresAt, now)}.`,
    ],
    why: phrase`You get this mail because this address runs ${name}. If you do not know ${organization}, ignore it.`,
    host,
  })
}
