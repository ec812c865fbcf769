import {
  DAY,
  type ImportId,
  type ImportState,
  type Instant,
  type OrganizationId,
  rowsDone,
} from '@roster/domain'
import { sql } from 'kysely'
import { UNCHANGED } from '../platform/command.ts'
import { changeAsSystem, type JobContext, job } from '../platform/job.ts'
import type { Reads } from '../platform/writer.ts'
import { importIn, setState } from './store.ts'

const HOUR = 3_600_000
/** How long rows are kept, as long as changes can be taken back. */
const KEPT_DAYS = 30
/** What was not loaded to its end within a day never will be. */
const LOADING_DAYS = 1
/** Rows of one transaction. */
const CHUNK = 1_000

/**
 * Takes the rows out of imports that began so many days ago, since they say who people are; how many came to what
 * stays. What was left unfinished for so long is given up by it.
 */
export const purgeImports = job({
  name: 'purge-imports',
  everyMs: HOUR,
  async run(context) {
    let purged = 0
    for (const due of await dueImports(context.deps.reader, context.now)) {
      let left = CHUNK
      while (left === CHUNK && !context.stopping.aborted) left = await purgeSome(context, due)
      purged += 1
    }
    return purged
  },
})

interface Due {
  readonly id: ImportId
  readonly organization_id: OrganizationId
  readonly state: ImportState
}

function dueImports(db: Reads, now: Instant): Promise<readonly Due[]> {
  return db
    .selectFrom('import')
    .select(['id', 'organization_id', 'state'])
    .where('purged_at', 'is', null)
    .where((where) =>
      where.or([
        where('created_at', '<=', now - KEPT_DAYS * DAY),
        where.and([
          where('created_at', '<=', now - LOADING_DAYS * DAY),
          where('state', '=', sql.lit('loading')),
        ]),
      ]),
    )
    .execute()
}

/** Deletes some rows; with the last ones the import is marked, and given up if it had not ended. */
function purgeSome(context: JobContext, { id, organization_id: organization }: Due): Promise<number> {
  return changeAsSystem(context, { organization, records: 'import.cancelled' }, async ({ tx, now }) => {
    const stored = await importIn(tx, organization, id)
    const { rows } = await sql<{ line: number }>`
      delete from import_row where import_id = ${id}
        and line in (select line from import_row where import_id = ${id} order by line limit ${CHUNK})
        returning line
    `.execute(tx)
    if (rows.length === CHUNK) return { result: rows.length, audit: UNCHANGED }
    const open = stored.state === 'running' || stored.state === 'loading'
    if (open) await setState(tx, stored, { state: 'cancelled', by: null, now })
    await tx.updateTable('import').set({ purged_at: now }).where('id', '=', id).execute()
    const done = rowsDone(stored)
    return stored.state === 'running'
      ? {
          result: rows.length,
          audit: { target: { kind: 'import', id }, facts: { done, left: stored.rows - done } },
        }
      : { result: rows.length, audit: UNCHANGED }
  })
}
