import { Refusal } from '../refusal.ts'

/** A canonical address; only `canonicalEmail` makes one of what people type. */
export type Email = `${string}@${string}`

const MOST = 254
const MOST_LOCAL = 64

/** RFC 5322 dot-atom, ASCII only. */
const LOCAL = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
/** RFC 1123 host name label. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * One plain addr-spec (RFC 5321/5322 dot-atom at a host name with a dot), trimmed and lower-cased, at most 64
 * characters before the @ and 254 in all; else `invalid-email` with the reason. No quoted local parts, comments,
 * display names, lists or IP addresses; nothing outside ASCII, so no two addresses merely look alike. International
 * domains are taken in their xn-- form. Plus-addresses and dots stay distinct: whose they are, only the host knows.
 */
export function canonicalEmail(text: string): Email | Refusal {
  const address = text.trim()
  if (address === '') return invalid('it is empty')
  if (address.length > MOST) return invalid(`it is longer than ${MOST} characters`)
  // Before lower-casing: that would turn the Kelvin sign into a plain k.
  if (/[\s\p{Cc}]/u.test(address)) return invalid('it contains a space or a control character')
  const at = address.indexOf('@')
  if (at < 0) return invalid('the @ is missing')
  if (at !== address.lastIndexOf('@')) return invalid('there is more than one @')

  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (!isAscii(local)) return invalid('only letters without accents are possible before the @')
  if (!isAscii(domain)) return invalid('write the domain in its xn-- form')
  if (local === '') return invalid('there is nothing before the @')
  if (local.length > MOST_LOCAL) return invalid(`there are more than ${MOST_LOCAL} characters before the @`)
  if (!LOCAL.test(local.toLowerCase())) return invalid('there is a misplaced dot or sign before the @')

  const labels = domain.toLowerCase().split('.')
  if (labels.length < 2) return invalid('the part after the @ is not a full domain, like example.org')
  if (!labels.every((label) => LABEL.test(label))) return invalid('the part after the @ is not a domain')
  if (/^\d+$/.test(labels.at(-1) ?? '')) return invalid('the part after the @ is a number, not a domain')
  return `${local.toLowerCase()}@${labels.join('.')}`
}

/** Whether `text` is an address in canonical form already: what a stored one must be. */
export function isEmail(text: string): text is Email {
  return canonicalEmail(text) === text
}

/** The part after the @. */
export function emailDomain(email: Email): string {
  return email.slice(email.lastIndexOf('@') + 1)
}

/** A host name with a dot in canonical form, as policies list them, or null. A leading @ is forgiven. */
export function canonicalDomain(text: string): string | null {
  const email = canonicalEmail(`x@${text.trim().replace(/^@/, '')}`)
  return email instanceof Refusal ? null : emailDomain(email)
}

function isAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text)
}

function invalid(reason: string): Refusal {
  return new Refusal('invalid-email', { field: 'email', reason })
}
