/** A sender as the From header shows it. */
export type Sender = { readonly name: string; readonly address: string }

const LOCAL = /^[^\s\p{C}()<>[\]:;@\\,."]+(?:\.[^\s\p{C}()<>[\]:;@\\,."]+)*$/u
const DOMAIN =
  /^(?:[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)*[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?$/u

/**
 * Whether `text` is exactly one addr-spec without quoting, comments or groups (RFC 5321 limits: 64 octets
 * before the `@`, 254 in all). Anything else can redirect or multiply a message on its way through a mailer.
 */
export function isOneAddress(text: string): boolean {
  const [local = '', domain = '', ...more] = text.split('@')
  if (more.length > 0 || Buffer.byteLength(local) > 64 || Buffer.byteLength(text) > 254) return false
  return LOCAL.test(local) && DOMAIN.test(domain)
}

/**
 * Reads ROSTER_MAIL_FROM: an address, or a name and an address in angle brackets. Without a name mail comes
 * from "Roster". Throws an Error that names the variable.
 */
export function sender(value: string): Sender {
  const { name = '', address = value.trim() } =
    /^(?<name>[^<>]*)<(?<address>[^<>]+)>\s*$/u.exec(value)?.groups ?? {}
  const shown = name
    .trim()
    .replace(/^"(.*)"$/u, '$1')
    .trim()
  if (!isOneAddress(address) || /[\p{Cc}"\\]/u.test(shown)) {
    throw new Error(
      'ROSTER_MAIL_FROM cannot be used: write it as roster@example.com or Roster <roster@example.com>.',
    )
  }
  return { name: shown === '' ? 'Roster' : shown, address }
}
