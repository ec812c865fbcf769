import type { Instant } from '@roster/domain'
import { type Rendered, render } from './letter.ts'
import { exactly, validity } from './moment.ts'
import { brief, greeting, phrase, strong } from './phrase.ts'

export type KeyEndingMail = {
  /** Whoever gets this. */
  name: string
  key: string
  /** The last characters of its secret. */
  hint: string
  /** The service account it acts for; null for the reader themself. */
  account: string | null
  organization: string
  lastUsedAt: Instant | null
  expiresAt: Instant
  now: Instant
  /** Where keys are made and rotated. */
  link: string
  host: string
}

/** To whoever has to make another one, a week before an API key expires. */
export function keyEnding(mail: KeyEndingMail): Rendered {
  const { name, key, hint, account, organization, lastUsedAt, expiresAt, now, link, host } = mail
  return render({
    subject: phrase`The API key ${brief(key)} expires soon`,
    preview: phrase`It expires on ${exactly(expiresAt)}.`,
    heading: phrase`The API key ${key} expires soon`,
    opening: [
      greeting(name),
      account === null
        ? phrase`A program that acts for you in ${strong(organization)} comes with the key ${strong(key)} (rst_…${hint}).`
        : phrase`${strong(account)} in ${strong(organization)} comes with the key ${strong(key)} (rst_…${hint}), which you made.`,
    ],
    facts: [
      { label: 'Expires', value: phrase`${validity(expiresAt, now)}` },
      { label: 'Last used', value: lastUsedAt === null ? phrase`Never` : phrase`${exactly(lastUsedAt)}` },
    ],
    action: { label: 'Look at the API keys', link },
    closing: [
      phrase`Give it more time or make another one while it still works. If nothing uses it any more, there is nothing to do: it expires by itself.`,
    ],
    why: phrase`You get this mail because ${account === null ? 'the key acts for you' : 'you made the key'} in ${organization}. Your account says which mail you get.`,
    host,
  })
}
