import { type ChangeId, decide, type OrganizationId, Refusal, undoKind } from '@roster/domain'
import { IdOf, inOrganization } from '../../platform/input.ts'
import { query } from '../../platform/query.ts'
import type { Reads } from '../../platform/writer.ts'
import { storedEntry } from '../stored-entry.ts'

const MOST = 10_000

/**
 * The entries that a call left and that have a way back, by their numbers, for the undo that is offered right after it. Whoever may
 * read the trail sees those of every call, others only of their own; to them any other call has none.
 */
export const undoableOfCall = query({
  permission: 'organization.read',
  input: inOrganization({ change: IdOf('chg') }),
  async run({ db, organization, actor, held }, { change }): Promise<readonly number[]> {
    const readsAll = !(decide(held, 'audit.read') instanceof Refusal)
    return undoableIn(db, organization.id, change, readsAll ? null : actor.id)
  },
})

/** The numbers of the entries of a call that have a way back; only those by `actor`, if one is given. */
export async function undoableIn(
  db: Reads,
  organization: OrganizationId,
  change: ChangeId,
  actor: string | null,
): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'entry'])
    .where('chain', '=', organization)
    .where('change_id', '=', change)
    .orderBy('sequence')
    .limit(MOST)
    .execute()
  return rows.flatMap(({ sequence, entry }) => {
    const stored = storedEntry(entry)
    const own = actor === null || stored.actor === actor
    return own && undoKind(stored.action) ? [sequence] : []
  })
}
