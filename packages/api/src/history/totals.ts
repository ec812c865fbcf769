import type { Instant, OrganizationId } from '@roster/domain'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'

const DAY_MS = 86_400_000
/** As the migration has it: so many days are counted together as well. */
const DAYS_TOGETHER = 64

/** What had happened by the end of a day. */
export interface TotalsAt {
  /** Memberships that had begun. */
  readonly begun: number
  /** Those of them that had not ended. */
  readonly members: number
  /** Memberships that have begun since ever. */
  readonly everybody: number
}

/** How many members there were when the day of a moment ended, added up from what is kept of each day. */
export async function totalsAt(db: Reads, organization: OrganizationId, at: Instant): Promise<TotalsAt> {
  const day = Math.floor(at / DAY_MS)
  const from = Math.floor(day / DAYS_TOGETHER) * DAYS_TOGETHER
  const [row] = await upTo(db, { organization, from, day })
  const { begun, ended, everybody } = row ?? { begun: 0, ended: 0, everybody: 0 }
  return { begun, members: begun - ended, everybody }
}

const upTo = statement<
  { readonly organization: OrganizationId; readonly from: number; readonly day: number },
  { readonly begun: number; readonly ended: number; readonly everybody: number }
>(`
  select total(begun) as begun, total(ended) as ended, (
    select total(begun) from member_day where organization_id = :organization and span = ${DAYS_TOGETHER}
  ) as everybody from (
    select begun, ended from member_day
      where organization_id = :organization and span = ${DAYS_TOGETHER} and first < :from
    union all select begun, ended from member_day
      where organization_id = :organization and span = 1 and first >= :from and first <= :day
  )
`)

/** What began and ended on each day from one to another, both included; days without are left out. */
export async function daysBetween(
  db: Reads,
  organization: OrganizationId,
  from: Instant,
  to: Instant,
): Promise<ReadonlyMap<Instant, { readonly begun: number; readonly ended: number }>> {
  const rows = await eachDay(db, {
    organization,
    from: Math.floor(from / DAY_MS),
    to: Math.floor(to / DAY_MS),
  })
  return new Map(rows.map(({ first, begun, ended }) => [first * DAY_MS, { begun, ended }]))
}

const eachDay = statement<
  { readonly organization: OrganizationId; readonly from: number; readonly to: number },
  { readonly first: number; readonly begun: number; readonly ended: number }
>(`
  select first, begun, ended from member_day
  where organization_id = :organization and span = 1 and first >= :from and first <= :to
`)
