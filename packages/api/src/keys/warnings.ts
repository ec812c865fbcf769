import {
  type ApiKeyId,
  type Instant,
  type MemberId,
  type OrganizationId,
  type UserId,
  warnsOfKeyEnd,
  warnsOfKeyFrom,
} from '@roster/domain'
import { keyEndingEvent } from '../outbox/key-letters.ts'
import { UNCHANGED } from '../platform/command.ts'
import { changeAsSystem, job } from '../platform/job.ts'
import { listed } from '../platform/listed.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'

const HOUR = 3_600_000
/** So many are looked at in one go; each organization among them is one small transaction. */
const AT_A_TIME = 200

/**
 * Tells people a week before a key expires, once for each end it was given: whoever it acts for, and of a service
 * account's key whoever made it, if they are in the organization still.
 */
export const keyWarnings = job({
  name: 'warn-of-ending-keys',
  everyMs: HOUR,
  async run({ deps, now, stopping }) {
    let warned = 0
    let behind: Pick<EndingKey, 'expires_at'> & { readonly id: string } = { expires_at: now, id: '' }
    while (!stopping.aborted) {
      const rows = await endingSoon(deps.reader, {
        ...{ at: behind.expires_at, id: behind.id, before: warnsOfKeyFrom(now), take: AT_A_TIME },
      })
      const due = rows.filter((row) => warnsOfKeyEnd({ since: row.since, expiresAt: row.expires_at }, now))
      const told = await toldAlready(deps.reader, due.map(eventOf))
      for (const [organization, theirs] of Map.groupBy(due, (row) => row.organization_id)) {
        const outbox = theirs.flatMap((row) =>
          row.reader === null || told.has(eventOf(row))
            ? []
            : [
                {
                  kind: 'key-ending' as const,
                  reference: row.id,
                  event: eventOf(row),
                  facts: { to: row.reader },
                },
              ],
        )
        if (outbox.length === 0) continue
        warned += outbox.length
        await changeAsSystem({ deps, now }, { organization, records: 'key.updated' }, async () => ({
          ...{ result: null, audit: UNCHANGED, outbox },
        }))
      }
      const last = rows.at(-1)
      if (!last || rows.length < AT_A_TIME) break
      behind = last
    }
    return warned
  },
})

/** Those of these events that a message was written about. */
async function toldAlready(db: Reads, events: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await db.selectFrom('message').select('event').where('event', 'in', listed(events)).execute()
  return new Set(known.map((row) => row.event))
}

interface EndingKey {
  readonly id: ApiKeyId
  readonly organization_id: OrganizationId
  readonly member_id: MemberId
  readonly since: Instant
  readonly expires_at: Instant
  /** Whoever has to make another. */
  readonly reader: UserId | null
}

const eventOf = ({ id, expires_at }: EndingKey) => keyEndingEvent(id, expires_at)

const endingSoon = statement<
  { readonly at: Instant; readonly id: string; readonly before: Instant; readonly take: number },
  EndingKey
>(`
  select k.id, k.organization_id, k.member_id, k.since, k.expires_at,
         iif(s.id is null, k.user_id, maker.user_id) as reader
    from api_key k indexed by api_key_ending
    join organization o on o.id = k.organization_id and o.until is null
    left join service_account s on s.member_id = k.member_id
    left join member maker
      on maker.organization_id = k.organization_id and maker.user_id = k.created_by and maker.until is null
    where k.until is null and k.expires_at is not null and (k.expires_at, k.id) > (:at, :id)
      and k.expires_at <= :before
    order by k.expires_at, k.id limit :take
`)
