import { type Instant, isId, type OrganizationId } from '@roster/domain'
import { INSTANCE_CHAIN } from '../platform/audit.ts'
import type { Reads } from '../platform/writer.ts'

/** A chain of the trail, and how far it is. */
export interface Chain {
  readonly chain: string
  /** Null for the one of the instance. */
  readonly organization: { readonly id: OrganizationId; readonly slug: string; readonly name: string } | null
  /** The last entry; 0 and no hash for a chain without one. */
  readonly sequence: number
  readonly hash: string | null
  readonly at: Instant | null
}

/** Every chain there is, that of the instance first, then by organization, also those of organizations that have ended. */
export async function chainsIn(db: Reads): Promise<readonly Chain[]> {
  const organizations = await db
    .selectFrom('organization')
    .select(['id', 'slug', 'name'])
    .orderBy('number')
    .execute()
  const named = new Map(organizations.map((one) => [one.id, one]))
  const chains: Chain[] = []
  for (const chain of [INSTANCE_CHAIN, ...named.keys()]) {
    const last = await db
      .selectFrom('audit_entry')
      .select(['sequence', 'hash', 'at'])
      .where('chain', '=', chain)
      .orderBy('sequence', 'desc')
      .limit(1)
      .executeTakeFirst()
    chains.push({
      chain,
      organization: (isId('org', chain) && named.get(chain)) || null,
      sequence: last?.sequence ?? 0,
      hash: last?.hash ?? null,
      at: last?.at ?? null,
    })
  }
  return chains
}
