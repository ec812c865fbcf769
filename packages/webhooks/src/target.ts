import { isIP } from 'node:net'
import { mayReach } from './address.ts'

/** Where a webhook goes, once its address was found to be one. */
export interface Target {
  readonly url: URL
  /** Without the brackets of IPv6. */
  readonly host: string
}

/** Why an address is not one that webhooks are sent to, in words that go after "this cannot be used:". */
export interface Unusable {
  readonly reason: string
}

export const LEADS_INSIDE = 'it leads to a private or reserved address, which webhooks are not sent to'

/**
 * Reads the address of a receiver as browsers do (WHATWG URL), which brings an IPv4 address in any notation to its
 * plain one, and says what is wrong with it: not https, a name and password in it, an address that is not public.
 * Any port may be used.
 */
export function readTarget(text: string, toPrivate: boolean): Target | Unusable {
  const url = URL.parse(text)
  if (!url) return { reason: 'it is not a web address such as https://example.org/hooks' }
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { reason: 'it has to begin with https://' }
  if (url.protocol === 'http:' && !toPrivate) {
    return {
      reason:
        'it has to begin with https://; plain http is only for private networks, and the operator of this Roster has not opened these',
    }
  }
  if (url.username !== '' || url.password !== '') {
    return { reason: 'leave out the name and password before the @; put a token into the path instead' }
  }
  url.hash = ''
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !mayReach(host, toPrivate)) return { reason: LEADS_INSIDE }
  return { url, host }
}
