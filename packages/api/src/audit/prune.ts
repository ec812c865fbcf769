import { setImmediate } from 'node:timers/promises'
import { DAY, type Instant, type OrganizationId, parsePolicies } from '@roster/domain'
import { sql } from 'kysely'
import { eachAlone } from '../platform/each.ts'
import { changeAsSystem, type JobContext, job } from '../platform/job.ts'
import type { Reads } from '../platform/writer.ts'
import { before, checkpointOf } from './checkpoint.ts'

/** Read in one go: a few milliseconds. */
const PAGE = 1_000
/** Deleted in one transaction: some ten milliseconds; others are served in between. */
const CHUNK = 200

/**
 * Cuts off what is older than an organization keeps of its trail. The checkpoint and the entry that tells of it come
 * first, in one transaction; from then on the trail begins there, and what lies before it goes in small pieces. A
 * run that was cut short is finished by the next one.
 */
export const pruneAudit = job({
  name: 'prune-audit',
  everyMs: DAY,
  async run(context) {
    return eachAlone(await pruning(context.deps.reader), context.stopping, async ({ id, days }) => {
      await moveCheckpoint(context, id, context.now - days * DAY)
      return deleteBefore(context, id)
    })
  },
})

/** The organizations that keep so many days only. */
async function pruning(db: Reads): Promise<readonly { id: OrganizationId; days: number }[]> {
  const rows = await db
    .selectFrom('organization')
    .select(['id', 'policies'])
    .where('until', 'is', null)
    .where(sql<boolean>`json_extract(policies, '$.auditDays') is not null`)
    .execute()
  return rows.flatMap(({ id, policies }) => {
    const { auditDays } = parsePolicies(policies)
    return auditDays === null ? [] : [{ id, days: auditDays }]
  })
}

async function moveCheckpoint(context: JobContext, chain: OrganizationId, cutoff: Instant): Promise<void> {
  const { reader } = context.deps
  const from = before(await checkpointOf(reader, chain))
  const through = await lastOlder(reader, chain, from.sequence, cutoff)
  if (!through) return
  await changeAsSystem(context, { organization: chain, records: 'audit.pruned' }, async ({ tx, now }) => {
    const checkpoint = { ...through, at: now }
    await tx
      .insertInto('audit_checkpoint')
      .values({ chain, ...checkpoint })
      .onConflict((conflict) => conflict.column('chain').doUpdateSet(checkpoint))
      .execute()
    const facts = {
      through: through.sequence,
      hash: through.hash,
      entries: through.sequence - from.sequence,
      before: cutoff,
    }
    return { result: undefined, audit: { target: { kind: 'organization', id: chain }, facts } }
  })
}

/**
 * The last entry of those that stand together at the old end and are all from before `cutoff`. The newest entry of
 * the trail always stays.
 */
async function lastOlder(
  db: Reads,
  chain: OrganizationId,
  after: number,
  cutoff: Instant,
): Promise<{ sequence: number; hash: string } | null> {
  let found: { sequence: number; hash: string } | null = null
  let previous: { sequence: number; hash: string } | null = null
  for (let from = after; ; ) {
    const rows = await db
      .selectFrom('audit_entry')
      .select(['sequence', 'hash', 'at'])
      .where('chain', '=', chain)
      .where('sequence', '>', from)
      .orderBy('sequence')
      .limit(PAGE)
      .execute()
    for (const { sequence, hash, at } of rows) {
      found = previous
      if (at >= cutoff) return found
      previous = { sequence, hash }
      from = sequence
    }
    if (rows.length < PAGE) return found
    await setImmediate()
  }
}

async function deleteBefore({ deps, stopping }: JobContext, chain: OrganizationId): Promise<number> {
  const checkpoint = await checkpointOf(deps.reader, chain)
  if (!checkpoint) return 0
  let deleted = 0
  while (!stopping.aborted) {
    const gone = await deps.writer.run(async (tx) => {
      const first = await tx
        .selectFrom('audit_entry')
        .select('sequence')
        .where('chain', '=', chain)
        .where('sequence', '<=', checkpoint.sequence)
        .orderBy('sequence')
        .limit(1)
        .executeTakeFirst()
      if (!first) return 0
      const { numDeletedRows } = await tx
        .deleteFrom('audit_entry')
        .where('chain', '=', chain)
        .where('sequence', '<=', Math.min(checkpoint.sequence, first.sequence + CHUNK - 1))
        .executeTakeFirstOrThrow()
      return Number(numDeletedRows)
    })
    if (gone === 0) break
    deleted += gone
  }
  return deleted
}
