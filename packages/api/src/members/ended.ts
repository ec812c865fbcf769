import { sql } from 'kysely'
import type { Deps } from '../platform/call.ts'
import type { Reads } from '../platform/writer.ts'
import { labelsOf } from './labels.ts'

/** Some fifty milliseconds of writing; others are served in between. */
const ROWS_AT_A_TIME = 500

/**
 * Takes the lists of organizations that have ended out of the database, which nobody can see any more, and answers
 * how many rows those were. Ending a large organization would wait too long for that. Run it now and then.
 */
export async function clearEndedLists({ reader, writer }: Pick<Deps, 'reader' | 'writer'>): Promise<number> {
  let cleared = 0
  for (let number = await endedList(reader); number !== null; number = await endedList(reader)) {
    const { first, last } = labelsOf(number)
    cleared += await writer.run(async (tx) => {
      const listed = await sql`
        delete from member_listing where position in (
          select position from member_listing where position >= ${first} and position <= ${last}
          order by position limit ${ROWS_AT_A_TIME}
        )
      `.execute(tx)
      const past = await sql`
        delete from member_past where id in (
          select id from member_past where id >= ${first} and id <= ${last} order by id limit ${ROWS_AT_A_TIME}
        )
      `.execute(tx)
      return Number((listed.numAffectedRows ?? 0n) + (past.numAffectedRows ?? 0n))
    })
  }
  return cleared
}

/** The number of an organization that has ended and still has a list. */
async function endedList(db: Reads): Promise<number | null> {
  const { rows } = await sql<{ number: number }>`
    select o.number from organization as o where o.until is not null and (exists (
      select 1 from member_listing as l where l.position >= o.number << 43 and l.position < (o.number + 1) << 43
    ) or exists (
      select 1 from member_past as p where p.id >= o.number << 43 and p.id < (o.number + 1) << 43
    )) limit 1
  `.execute(db)
  return rows[0]?.number ?? null
}
