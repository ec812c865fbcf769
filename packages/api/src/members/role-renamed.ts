import type { MemberId, RoleId } from '@roster/domain'
import { type Job, job } from '../platform/job.ts'
import type { Reads, Transaction } from '../platform/writer.ts'
import { membersChanged } from './listing.ts'

/** Some fifty milliseconds of writing; others are served in between. */
const ROWS_AT_A_TIME = 500
const SECONDS = 1_000

/**
 * Brings the list of members up to what a role is called now, for everyone who holds it at the organization: at once
 * where they are few, else by `relistRenamed` within seconds.
 */
export async function roleRenamed(tx: Transaction, role: RoleId): Promise<void> {
  const after = await relist(tx, role, null)
  await tx.updateTable('role').set({ relisted_to: after }).where('id', '=', role).execute()
}

/** Goes on with the lists of roles that were renamed and that very many hold. */
export const relistRenamed: Job = job({
  name: 'relist-renamed-roles',
  everyMs: 5 * SECONDS,
  async run({ deps: { reader, writer, changes }, stopping }) {
    let chunks = 0
    for (let due = await dueIn(reader); due !== undefined && !stopping.aborted; due = await dueIn(reader)) {
      const { id, organization_id: organization, relisted_to: from } = due
      await writer.run(async (tx) => {
        const to = await relist(tx, id, from)
        await tx.updateTable('role').set({ relisted_to: to }).where('id', '=', id).execute()
      })
      changes.publish({ slice: 'members', organization })
      chunks += 1
    }
    return chunks
  },
})

function dueIn(db: Reads) {
  return db
    .selectFrom('role')
    .select(['id', 'organization_id', 'relisted_to'])
    .where('relisted_to', 'is not', null)
    .limit(1)
    .executeTakeFirst()
}

/** Lists the next of those who hold the role anew, in the order of their ids; null when that were all. */
async function relist(tx: Transaction, role: RoleId, after: MemberId | null): Promise<MemberId | null> {
  const rows = await tx
    .selectFrom('role as r')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'r.organization_id').onRef('a.role_id', '=', 'r.id'),
    )
    .select('a.member_id')
    .where('r.id', '=', role)
    .where('a.until', 'is', null)
    .where('a.project_id', 'is', null)
    .$if(after !== null, (held) => held.where('a.member_id', '>', after))
    .where('a.member_id', 'is not', null)
    .orderBy('a.member_id')
    .limit(ROWS_AT_A_TIME)
    .execute()
  const members = rows.flatMap((row) => row.member_id ?? [])
  await membersChanged(tx, members)
  return members.length < ROWS_AT_A_TIME ? null : (members.at(-1) ?? null)
}
