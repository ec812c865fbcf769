import { listed } from '../platform/listed.ts'
import type { Reads } from '../platform/writer.ts'
import type { NotedEntry } from './chain.ts'
import { before, checkpointOf } from './checkpoint.ts'

/** Looked up at once. */
const AT_ONCE = 500

/**
 * Which of these entries, noted somewhere else before, are not in the chain as they were noted; those that were
 * deleted since, before the checkpoint, do not count.
 */
export async function goneSince(
  db: Reads,
  chain: string,
  noted: readonly NotedEntry[],
): Promise<readonly NotedEntry[]> {
  const { sequence: first } = before(await checkpointOf(db, chain))
  const kept = noted.filter(({ sequence }) => sequence > first)
  const gone: NotedEntry[] = []
  for (let from = 0; from < kept.length; from += AT_ONCE) {
    const some = kept.slice(from, from + AT_ONCE)
    const rows = await db
      .selectFrom('audit_entry')
      .select(['sequence', 'hash'])
      .where('chain', '=', chain)
      .where('sequence', 'in', listed(some.map(({ sequence }) => sequence)))
      .execute()
    const found = new Map(rows.map(({ sequence, hash }) => [sequence, hash]))
    gone.push(...some.filter(({ sequence, hash }) => found.get(sequence) !== hash))
  }
  return gone
}
