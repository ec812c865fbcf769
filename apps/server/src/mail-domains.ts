import { Resolver } from 'node:dns/promises'
import type { MailDomains } from '@roster/api'

/** Nobody who types an address waits longer than this for a name server. */
const PATIENCE_MS = 1_500
const KNOWN_FOR_MS = 10 * 60_000
const MOST_KNOWN = 1_000

/** What a name server says where there is no such domain, or nothing of that kind at it. */
const NO_SUCH = new Set(['ENOTFOUND', 'ENODATA'])

/**
 * Asks name servers whether a domain takes mail: by its MX records, by none but an address (RFC 5321 §5.1), or not at
 * all when it says so (RFC 7505). Remembers answers for ten minutes. `servers` instead of those of the machine.
 */
export function askNameServers(clock: () => number, servers?: readonly string[]): MailDomains {
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 1 })
  if (servers) resolver.setServers([...servers])
  const known = new Map<string, { readonly takes: boolean; readonly until: number }>()

  return {
    async takesMail(domain) {
      const remembered = known.get(domain)
      if (remembered && remembered.until > clock()) return remembered.takes
      const takes = await ask(resolver, domain)
      if (takes === null) return null
      const [oldest] = known.keys()
      if (oldest !== undefined && known.size >= MOST_KNOWN) known.delete(oldest)
      known.set(domain, { takes, until: clock() + KNOWN_FOR_MS })
      return takes
    },
  }
}

async function ask(resolver: Resolver, domain: string): Promise<boolean | null> {
  const exchanges = await orNull(resolver.resolveMx(domain))
  if (exchanges === null) return null
  if (exchanges.length > 0) return exchanges.some(({ exchange }) => exchange !== '' && exchange !== '.')
  const addresses = await Promise.all([orNull(resolver.resolve4(domain)), orNull(resolver.resolve6(domain))])
  if (addresses.some((found) => found !== null && found.length > 0)) return true
  return addresses.includes(null) ? null : false
}

/** An empty list where there is nothing, null where nobody answers. */
async function orNull<Found>(asked: Promise<readonly Found[]>): Promise<readonly Found[] | null> {
  try {
    return await asked
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return typeof code === 'string' && NO_SUCH.has(code) ? [] : null
  }
}
