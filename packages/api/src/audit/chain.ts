import { setImmediate } from 'node:timers/promises'
import type { Instant } from '@roster/domain'
import { sql } from 'kysely'
import { link } from '../platform/audit.ts'
import type { Reads } from '../platform/writer.ts'
import { before, type Checkpoint, checkpointOf, isTold } from './checkpoint.ts'

/** Entries checked in one go: a few milliseconds; others are served before the next ones. */
const PAGE = 1_000

/** A place in a chain that somebody noted earlier, outside of Roster. */
export interface NotedEntry {
  readonly sequence: number
  readonly hash: string
}

export type ChainFault =
  /** The text or the hash of an entry is not what was written. */
  | 'changed'
  /** An entry that was there is gone. */
  | 'missing'
  /** An entry stands at another place, or in another chain, than it was written for. */
  | 'moved'

export const FAULTS = {
  changed: 'This entry, or its hash, is not what was written.',
  missing: 'An entry is missing here.',
  moved: 'This entry was written for another place.',
} as const satisfies Record<ChainFault, string>

export type Verification =
  | {
      readonly intact: true
      /** From the checkpoint on, if there is one. */
      readonly entries: number
      /** Set when the organization does not keep its whole trail. */
      readonly checkpoint: Checkpoint | null
      /** The hash of the last entry: whoever notes it can later prove that nothing before it was touched. */
      readonly lastHash: string
      readonly from: Instant | null
      readonly to: Instant | null
    }
  | {
      readonly intact: false
      /** The first entry that is not as it was written, or would be, were it there. */
      readonly brokenAt: number
      readonly reason: ChainFault
      readonly message: string
    }

interface Entry {
  readonly sequence: number
  readonly entry: string
  readonly hash: string
  readonly at: Instant | null
  readonly said_chain: unknown
  readonly said_sequence: unknown
}

/**
 * Recomputes a chain from its first entry, or from its checkpoint, with nothing but the rows, and tells the first
 * fault. A checkpoint counts only if the trail itself tells of it. That the newest entries were cut off shows only
 * against something noted elsewhere: `noted` must still be in the chain, unless it lies before the checkpoint.
 * `verified` is told now and then how many entries were looked at since it was told last.
 */
export async function verifyChain(
  db: Reads,
  chain: string,
  noted?: NotedEntry,
  verified: (entries: number) => void = () => undefined,
): Promise<Verification> {
  const checkpoint = await checkpointOf(db, chain)
  let last = before(checkpoint)
  if (checkpoint && (contradicts(checkpoint, noted) || !(await isTold(db, chain, checkpoint))))
    return broken(checkpoint.sequence, 'missing')
  let from: Instant | null = null
  let to: Instant | null = null
  for (;;) {
    const entries = await entriesAfter(db, chain, last.sequence)
    for (const entry of entries) {
      const fault = faultOf(entry, chain, last) ?? (contradicts(entry, noted) ? 'changed' : null)
      if (fault) return broken(fault === 'missing' ? last.sequence + 1 : entry.sequence, fault)
      last = entry
      from ??= entry.at
      to = entry.at
    }
    verified(entries.length)
    if (entries.length < PAGE) break
    await setImmediate()
  }
  if (noted && noted.sequence > last.sequence) return broken(last.sequence + 1, 'missing')
  const entries = last.sequence - before(checkpoint).sequence
  return { intact: true, entries, checkpoint, lastHash: last.hash, from, to }
}

function faultOf(
  entry: Entry,
  chain: string,
  previous: { readonly sequence: number; readonly hash: string },
): ChainFault | null {
  if (entry.said_chain !== chain || entry.said_sequence !== entry.sequence) return 'moved'
  if (entry.sequence !== previous.sequence + 1) return 'missing'
  return link(previous.hash, entry.entry) === entry.hash ? null : 'changed'
}

function contradicts(entry: NotedEntry, noted: NotedEntry | undefined): boolean {
  return noted?.sequence === entry.sequence && noted.hash !== entry.hash
}

function broken(brokenAt: number, reason: ChainFault): Verification {
  return { intact: false, brokenAt, reason, message: FAULTS[reason] }
}

async function entriesAfter(db: Reads, chain: string, sequence: number): Promise<readonly Entry[]> {
  return db
    .selectFrom('audit_entry')
    .select(['sequence', 'entry', 'hash', 'at'])
    .select([
      sql<unknown>`json_extract(entry, '$.chain')`.as('said_chain'),
      sql<unknown>`json_extract(entry, '$.sequence')`.as('said_sequence'),
    ])
    .where('chain', '=', chain)
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(PAGE)
    .execute()
}
