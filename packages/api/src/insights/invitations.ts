import { type Funnel, funnelOf, type Instant, type OrganizationId, quantile } from '@roster/domain'
import { sql } from 'kysely'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'

export interface InvitationInsights {
  readonly funnel: Funnel
  /** From when on they were sent. */
  readonly from: Instant
  /** Only the latest were looked at: there were more within the year. */
  readonly capped: boolean
  /** From the first sending to the acceptance, in milliseconds; null when nobody accepted. */
  readonly timeToAccept: { readonly median: number; readonly p90: number } | null
  /** How many accepted within so many milliseconds, but not within the bound before; the last has none. */
  readonly acceptedWithin: readonly { readonly within: number | null; readonly invitations: number }[]
}

const DAY = 86_400_000
const YEAR = 365 * DAY
/** So many of the latest invitations are looked at, so that the answer costs the same however many there were. */
const MOST_LOOKED_AT = 10_000
const BOUNDS = [3_600_000, DAY, 3 * DAY, 7 * DAY] as const

/** What became of the invitations that were last sent within a year, and how soon they were accepted. */
export const invitationInsights = query({
  permission: 'invitations.read',
  input: inOrganization({}),
  async run({ db, organization, now }): Promise<InvitationInsights> {
    const { rows, capped, from } = await latest(db, organization.id, now)
    const waits = rows
      .flatMap(({ state, waited }) => (state === 'accepted' && waited !== null ? [waited] : []))
      .sort((a, b) => a - b)
    const median = quantile(waits, 0.5)
    const p90 = quantile(waits, 0.9)
    const upTo = (within: number) => waits.filter((wait) => wait <= within).length
    const counts = [...BOUNDS.map(upTo), waits.length]
    return {
      funnel: funnelOf(
        rows.map(({ state, opened, expired }) => ({
          ...{ state, opened: opened === 1, expired: expired === 1, invitations: 1 },
        })),
      ),
      from,
      capped,
      timeToAccept: median === null || p90 === null ? null : { median, p90 },
      acceptedWithin: counts.map((count, at) => ({
        within: BOUNDS[at] ?? null,
        invitations: count - (counts[at - 1] ?? 0),
      })),
    }
  },
})

interface Sent {
  readonly state: Parameters<typeof funnelOf>[0][number]['state']
  readonly sent_at: Instant
  readonly opened: 0 | 1
  readonly expired: 0 | 1
  readonly waited: number | null
}

async function latest(db: Reads, organization: OrganizationId, now: Instant) {
  const { rows } = await sql<Sent>`
    select state, sent_at, opened_at is not null as opened, ifnull(expires_at <= ${now}, 0) as expired,
           closed_at - created_at as waited
      from invitation where organization_id = ${organization} and sent_at > ${now - YEAR}
      order by sent_at desc limit ${MOST_LOOKED_AT + 1}
  `.execute(db)
  const capped = rows.length > MOST_LOOKED_AT
  const shown = rows.slice(0, MOST_LOOKED_AT)
  return { rows: shown, capped, from: capped ? (shown.at(-1)?.sent_at ?? now) : now - YEAR }
}
