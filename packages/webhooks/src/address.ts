import ipaddr from 'ipaddr.js'

/** Ranges that a machine of one's own may be in; everything else that is not public stays closed to everybody. */
const PRIVATE = new Set(['private', 'loopback', 'uniqueLocal', 'carrierGradeNat'])

/** Where clouds answer with the machine's own credentials, within ranges that an operator may open. */
const METADATA = new Set(['fd00:ec2::254', '100.100.100.200'])

const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96')
/** All that is given out of the public addresses of IPv6 (RFC 4291, section 2.4). */
const GLOBAL = ipaddr.IPv6.parseCIDR('2000::/3')

/**
 * Whether a webhook may be sent to an address: a public one, or a private one where the operator allows these.
 * IPv4 within IPv6 (mapped, or by NAT64) counts as what it leads to; tunnels (6to4, Teredo), link-local addresses
 * and where clouds keep credentials are closed to everybody.
 */
export function mayReach(text: string, toPrivate: boolean): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = embedded(ipaddr.process(text))
  const range = address.range()
  if (toPrivate && PRIVATE.has(range)) return !METADATA.has(address.toString())
  return range === 'unicast' && (address instanceof ipaddr.IPv4 || address.match(GLOBAL))
}

function embedded(address: ipaddr.IPv4 | ipaddr.IPv6): ipaddr.IPv4 | ipaddr.IPv6 {
  if (address instanceof ipaddr.IPv4 || !address.match(NAT64)) return address
  return new ipaddr.IPv4(address.toByteArray().slice(-4))
}
