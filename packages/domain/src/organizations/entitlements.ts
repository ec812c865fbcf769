import { freeText, plainName } from '../identity/name.ts'
import { Refusal } from '../refusal.ts'
import { isRecord } from './policy-readers.ts'

/** Something the organization offers whoever is in it: an allowance, a subscription, a service (I2). */
export type Entitlement = {
  readonly name: string
  readonly text: string
  /** Where to get it; a web address, or null. */
  readonly link: string | null
}

export const MOST_ENTITLEMENTS = 20
const LONGEST_TEXT = 300
const WEB_LINK = /^https?:\/\/[^\s\p{C}<>"'`\\]{1,500}$/u

/**
 * What an organization offers, in canonical form: `invalid-input` with the field of the entry that cannot be,
 * `invalid-name` for its name, `too-large` for more than twenty.
 */
export function checkEntitlements(
  input: readonly { readonly name: string; readonly text: string; readonly link: string | null }[],
): readonly Entitlement[] | Refusal {
  if (input.length > MOST_ENTITLEMENTS) return new Refusal('too-large', { most: MOST_ENTITLEMENTS })
  const checked: Entitlement[] = []
  for (const [at, entry] of input.entries()) {
    const name = plainName(entry.name)
    if (name instanceof Refusal) return placed(name, `entitlements.${at}.name`)
    const text = freeText(entry.text, LONGEST_TEXT, `entitlements.${at}.text`)
    if (text instanceof Refusal) return text
    const link = entry.link?.trim() || null
    if (link !== null && !WEB_LINK.test(link))
      return new Refusal('invalid-input', {
        field: `entitlements.${at}.link`,
        reason: 'write a web address that begins with https://',
      })
    checked.push({ name, text, link })
  }
  return checked
}

/** Those stored with an organization. Throws on anything that `checkEntitlements` would never have let in. */
export function parseEntitlements(json: string): readonly Entitlement[] {
  const stored: unknown = JSON.parse(json)
  if (!Array.isArray(stored)) throw new TypeError('Stored entitlements are damaged.')
  return stored.map((entry: unknown) => {
    if (!isRecord(entry)) throw new TypeError('Stored entitlements are damaged.')
    const { name, text, link } = entry
    if (typeof name !== 'string' || typeof text !== 'string')
      throw new TypeError('An entitlement is damaged.')
    return { name, text, link: typeof link === 'string' ? link : null }
  })
}

/** What the organization promises is for owners to say (`not-permitted`). */
export function mayOffer({ byOwner }: { readonly byOwner: boolean }): true | Refusal {
  return byOwner ? true : new Refusal('not-permitted', { permission: 'organization.transfer' })
}

function placed({ code, facts }: Refusal, field: string): Refusal {
  return new Refusal(code, { ...facts, field })
}
