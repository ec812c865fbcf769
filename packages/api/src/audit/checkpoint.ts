import type { Instant } from '@roster/domain'
import { GENESIS } from '../platform/audit.ts'
import type { Reads } from '../platform/writer.ts'

/** Where what is left of a trail begins: everything up to this entry was deleted, as the organization wants it. */
export interface Checkpoint {
  readonly sequence: number
  /** Of the last entry that was deleted; the next one was hashed with it. */
  readonly hash: string
  readonly at: Instant
}

/** The checkpoint of a chain; null for one that is there from its first entry on. */
export async function checkpointOf(db: Reads, chain: string): Promise<Checkpoint | null> {
  const row = await db
    .selectFrom('audit_checkpoint')
    .select(['sequence', 'hash', 'at'])
    .where('chain', '=', chain)
    .executeTakeFirst()
  return row ?? null
}

/** The link before the first entry that counts. */
export function before(checkpoint: Checkpoint | null): { readonly sequence: number; readonly hash: string } {
  return checkpoint ?? { sequence: 0, hash: GENESIS }
}

/**
 * Whether the trail itself tells of its checkpoint, by an entry after it: one that somebody merely wrote into the
 * table, to hide that entries are gone, is told of by none.
 */
export async function isTold(db: Reads, chain: string, checkpoint: Checkpoint): Promise<boolean> {
  const rows = await db
    .selectFrom('audit_entry')
    .select('entry')
    .where('chain', '=', chain)
    .where('action', '=', 'audit.pruned')
    .where('sequence', '>', checkpoint.sequence)
    .execute()
  return rows.some(({ entry }) => {
    const { facts }: { facts?: { through?: unknown; hash?: unknown } } = JSON.parse(entry)
    return facts?.through === checkpoint.sequence && facts.hash === checkpoint.hash
  })
}
