import { type ChangeId, type OrganizationId, Refusal } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads } from '../../platform/writer.ts'
import { type StoredEntry, storedEntry } from '../stored-entry.ts'

/** An entry with its number, and the call it came from. */
export type MarkedEntry = StoredEntry & { readonly sequence: number; readonly change: ChangeId }

/**
 * The entry with this number in the trail of the organization. Refuses with `not-found`, and with
 * `undo-not-possible` for one that was undone already.
 */
export async function entryToUndo(
  db: Reads,
  organization: OrganizationId,
  sequence: number,
): Promise<MarkedEntry> {
  const row = await db
    .selectFrom('audit_entry')
    .select('entry')
    .where('chain', '=', organization)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  const entry = row && storedEntry(row.entry)
  if (!entry?.change) throw new Refusal('not-found', { field: 'entries' })
  if (await undoneBy(db, organization, entry, sequence)) {
    throw new Refusal('undo-not-possible', { reason: 'it was undone already' })
  }
  return { ...entry, change: entry.change, sequence }
}

/** The number of the entry that undid this one; null while none has. */
export async function undoneBy(
  db: Reads,
  organization: OrganizationId,
  entry: Pick<StoredEntry, 'id'>,
  sequence: number,
): Promise<number | null> {
  const { rows } = await sql<{ sequence: number }>`
    select sequence from audit_entry indexed by audit_undoing
      where chain = ${organization} and action = 'change.undone' and +sequence > ${sequence}
        and entry ->> '$.facts.entry' = ${entry.id}
      limit 1
  `.execute(db)
  return rows[0]?.sequence ?? null
}
