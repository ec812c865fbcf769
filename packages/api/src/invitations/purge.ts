import {
  DAY,
  dueForPurge,
  type Instant,
  type OrganizationId,
  orThrow,
  parsePolicies,
  remove,
} from '@roster/domain'
import { sql } from 'kysely'
import type { AuditFacts } from '../platform/audit.ts'
import { eachAlone } from '../platform/each.ts'
import { changeAsSystem, type JobContext, job } from '../platform/job.ts'
import type { Reads, Transaction } from '../platform/writer.ts'
import { close } from './store.ts'
import { invitationRows, type StoredInvitation, storedInvitation } from './stored.ts'

const HOUR = 3_600_000
/** Invitations of one transaction. */
const CHUNK = 50

/**
 * Takes out of invitations whom they were for, so many days after they were closed, where the organization says so
 * (D34). Those that ran out are closed by it. Who invited, when and what became of it stays, and so does the trail.
 */
export const purgeInvitations = job({
  name: 'purge-invitations',
  everyMs: HOUR,
  async run(context) {
    return eachAlone(await purging(context.deps.reader), context.stopping, async (organization) => {
      let purged = 0
      while (!context.stopping.aborted) {
        const count = await purgeSome(context, organization)
        purged += count
        if (count < CHUNK) break
      }
      return purged
    })
  },
})

interface Purging {
  readonly id: OrganizationId
  readonly days: number
}

async function purging(db: Reads): Promise<readonly Purging[]> {
  const rows = await db
    .selectFrom('organization')
    .select(['id', 'policies'])
    .where('until', 'is', null)
    .where(sql<boolean>`json_extract(policies, '$.historyDays') is not null`)
    .execute()
  return rows.flatMap(({ id, policies }) => {
    const { historyDays } = parsePolicies(policies)
    return historyDays === null ? [] : [{ id, days: historyDays }]
  })
}

function purgeSome(context: JobContext, { id: organization, days }: Purging): Promise<number> {
  const records = 'invitation.purged'
  return changeAsSystem(context, { organization, records }, async ({ tx, now }) => {
    const before = now - days * DAY
    const due = (await olderThan(tx, organization, before)).filter((one) => dueForPurge(one, days, now))
    if (due.length === 0) return { result: 0, audit: 'unchanged' }
    const closed: AuditFacts[] = []
    for (const invitation of due.filter((one) => one.state === 'pending')) {
      await close(tx, orThrow(remove(invitation, now)), null)
      closed.push({ action: 'invitation.deleted', target: { kind: 'invitation', id: invitation.id } })
    }
    await forget(tx, organization, due, now)
    const purged = {
      target: { kind: 'organization', id: organization } as const,
      facts: { invitations: due.length, before },
    }
    return { result: due.length, audit: [purged, ...closed] }
  })
}

/** Closed ones and ones that ran out, the oldest first. */
async function olderThan(
  tx: Transaction,
  organization: OrganizationId,
  before: Instant,
): Promise<readonly StoredInvitation[]> {
  const all = () => invitationRows(tx).where('i.organization_id', '=', organization).limit(CHUNK)
  const closed = await all()
    .where('i.state', '<>', sql.lit('pending'))
    .where('i.purged_at', 'is', null)
    .where('i.closed_at', '<=', before)
    .orderBy('i.closed_at')
    .execute()
  const ranOut = await all()
    .where('i.state', '=', sql.lit('pending'))
    .where('i.expires_at', '<=', before)
    .orderBy('i.expires_at')
    .execute()
  return [...closed, ...ranOut].slice(0, CHUNK).map(storedInvitation)
}

/** Mail servers like to repeat the address in their replies. */
async function forget(
  tx: Transaction,
  organization: OrganizationId,
  invitations: readonly StoredInvitation[],
  now: Instant,
): Promise<void> {
  const ids = invitations.map((one) => one.id)
  await tx
    .updateTable('invitation')
    .set({ email: '', user_id: null, message: null, purged_at: now })
    .where('organization_id', '=', organization)
    .where('id', 'in', ids)
    .execute()
  await tx.updateTable('message').set({ outcome: null }).where('reference_id', 'in', ids).execute()
}
