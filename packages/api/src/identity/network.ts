import { isIPv6 } from 'node:net'

const GROUPS = 8
/** A home gets a /64 or more, so whoever holds one IPv6 address holds 2^64 of them. */
const GROUPS_OF_NETWORK = 4

/** What limits count as one place: an IPv4 address, or the /64 network of an IPv6 address. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!isIPv6(address)) return address
  const [plain = ''] = address.toLowerCase().split('%')
  const [head = '', tail] = plain.split('::')
  const before = groups(head)
  const after = tail === undefined ? [] : groups(tail)
  const between = Array.from({ length: Math.max(GROUPS - before.length - after.length, 0) }, () => '0')
  const all = [...before, ...between, ...after].map((group) => group.replace(/^0+(?=.)/, ''))
  return `${all.slice(0, GROUPS_OF_NETWORK).join(':')}::/64`
}

function groups(text: string): string[] {
  return text === '' ? [] : text.split(':')
}
