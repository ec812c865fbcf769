import type { AssignmentId, Instant, MemberId, OrganizationId, UserId } from '@roster/domain'
import { sql } from 'kysely'
import { membersChanged } from '../members/listing.ts'
import { listed } from '../platform/listed.ts'
import { noEarlier } from '../platform/no-earlier.ts'
import type { Transaction } from '../platform/writer.ts'
import type { Step } from './plan.ts'

interface Writing {
  readonly organization: OrganizationId
  readonly by: UserId | null
  readonly now: Instant
}

/** Makes planned changes: what ends is ended, what begins begins, and the list of members follows. */
export async function write(tx: Transaction, writing: Writing, steps: readonly Step[]): Promise<void> {
  let batch: Step[] = []
  let begun = new Set<AssignmentId>()
  for (const step of steps) {
    // What ends here began a moment ago, or leaves ownership to somebody who got it just now: that comes first.
    if (step.ends && (begun.has(step.ends.id) || step.ends.role.key === 'owner')) {
      await writeBatch(tx, writing, batch)
      batch = []
      begun = new Set()
    }
    batch.push(step)
    if (step.begins) begun.add(step.begins.id)
  }
  await writeBatch(tx, writing, batch)
  const relisted = steps.flatMap(({ subject, project }): MemberId[] =>
    subject.kind === 'member' && !project ? [subject.member] : [],
  )
  await membersChanged(tx, [...new Set(relisted)])
}

async function writeBatch(tx: Transaction, writing: Writing, steps: readonly Step[]): Promise<void> {
  const { organization, by, now } = writing
  await end(
    tx,
    writing,
    steps.flatMap((step) => step.ends?.id ?? []),
  )
  const rows = steps.flatMap(({ subject, project, begins }) =>
    begins
      ? [
          [
            begins.id,
            organization,
            subject.kind === 'member' ? subject.member : null,
            subject.kind === 'group' ? subject.group : null,
            begins.role.id,
            project?.id ?? null,
            now,
            begins.expiresAt,
            by,
            begins.reason,
          ],
        ]
      : [],
  )
  if (rows.length === 0) return
  await sql`
    insert into assignment
      (id, organization_id, member_id, group_id, role_id, project_id, since, expires_at, given_by, reason)
    select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
           value ->> 8, value ->> 9
      from json_each(${JSON.stringify(rows)})
  `.execute(tx)
}

async function end(tx: Transaction, { organization, by, now }: Writing, ids: readonly AssignmentId[]) {
  if (ids.length === 0) return
  // Led by the assignments: by an index of all that is live it would be the whole organization.
  await sql`
    update assignment set until = ${noEarlier(now)}, ended_by = ${by}
      where id in ${listed(ids)} and +organization_id = ${organization} and +until is null
  `.execute(tx)
}
