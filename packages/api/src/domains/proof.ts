import { type Instant, Refusal } from '@roster/domain'
import type { LinkKey } from '../platform/links.ts'
import type { Reads } from '../platform/writer.ts'
import { domainById, type StoredDomain } from './store.ts'

/**
 * The domain that a link from a proof mail is about. Refuses with `link-invalid`, whether it never existed, was
 * removed, has a newer mail, was proven already or has run out by the clock.
 */
export async function opened(
  db: Reads,
  { links, now }: { readonly links: LinkKey; readonly now: Instant },
  { domain: id, secret }: { readonly domain: string; readonly secret: string },
): Promise<StoredDomain> {
  const domain = await domainById(db, id, now)
  const opens = domain && links.opens(secret, 'domain-proof', domain.id, domain.generation)
  if (!domain || !opens || domain.status !== 'waiting') throw new Refusal('link-invalid')
  return domain
}
