import {
  type AssignmentId,
  FIRST_WARNING,
  type Instant,
  type OrganizationId,
  type UserId,
  warningDue,
} from '@roster/domain'
import { UNCHANGED } from '../platform/command.ts'
import { changeAsSystem, job } from '../platform/job.ts'
import { listed } from '../platform/listed.ts'
import type { OutboxMessage } from '../platform/outbox.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'

const HOUR = 3_600_000
/** So many are looked at in one go; each organization among them is one small transaction. */
const AT_A_TIME = 200

/** Tells people seven days and one day before access ends: whoever holds it and whoever gave it, once each. */
export const assignmentWarnings = job({
  name: 'warn-of-ending-assignments',
  everyMs: HOUR,
  async run({ deps, now, stopping }) {
    let warned = 0
    let behind: Place = { expires_at: now, id: '' }
    while (!stopping.aborted) {
      const rows = await endingSoon(deps.reader, {
        ...{ at: behind.expires_at, id: behind.id, before: now + FIRST_WARNING, take: AT_A_TIME },
      })
      for (const [organization, theirs] of Map.groupBy(rows, (row) => row.organization_id)) {
        const outbox = await notSent(
          deps.reader,
          theirs.flatMap((row) => warningsOf(row, now)),
        )
        if (outbox.length === 0) continue
        warned += outbox.length
        await changeAsSystem({ deps, now }, { organization, records: 'assignment.renewed' }, async () => ({
          result: null,
          audit: UNCHANGED,
          outbox,
        }))
      }
      const last = rows.at(-1)
      if (!last || rows.length < AT_A_TIME) break
      behind = last
    }
    return warned
  },
})

interface Place {
  readonly expires_at: Instant
  readonly id: AssignmentId | ''
}

interface EndingSoon extends Place {
  readonly id: AssignmentId
  readonly organization_id: OrganizationId
  readonly since: Instant
  /** Whoever holds it, unless it is a group. */
  readonly holder: UserId | null
  /** Whoever gave it, if they are in the organization still. */
  readonly giver: UserId | null
}

function warningsOf({ id, since, expires_at, holder, giver }: EndingSoon, now: Instant): OutboxMessage[] {
  const days = warningDue({ since, expiresAt: expires_at }, now)
  if (days === null) return []
  return [...new Set([holder, giver])].flatMap((to) =>
    to === null
      ? []
      : [
          {
            kind: 'assignment-ending' as const,
            reference: id,
            event: `assignment-ending:${id}:${days}:${to}`,
            facts: { to },
          },
        ],
  )
}

/** Those of which nothing has been written yet; the outbox would not write them twice, but counts them. */
async function notSent(db: Reads, messages: readonly OutboxMessage[]): Promise<readonly OutboxMessage[]> {
  const known = await db
    .selectFrom('message')
    .select('event')
    .where('event', 'in', listed(messages.map((message) => message.event)))
    .execute()
  const events = new Set(known.map((row) => row.event))
  return messages.filter((message) => !events.has(message.event))
}

const endingSoon = statement<
  { readonly at: Instant; readonly id: string; readonly before: Instant; readonly take: number },
  EndingSoon
>(`
  select a.id, a.organization_id, a.since, a.expires_at, m.user_id as holder, giver.user_id as giver
    from assignment a
    join organization o on o.id = a.organization_id and o.until is null
    left join member m on m.id = a.member_id and m.until is null
    left join project p on p.id = a.project_id
    left join member giver
      on giver.organization_id = a.organization_id and giver.user_id = a.given_by and giver.until is null
    where a.until is null and a.expires_at is not null and (a.expires_at, a.id) > (:at, :id)
      and a.expires_at <= :before and a.invitation_id is null and p.archived_at is null
    order by a.expires_at, a.id limit :take
`)
