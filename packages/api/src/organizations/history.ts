import { setImmediate } from 'node:timers/promises'
import type { Instant, OrganizationId } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'

/** How many people were members at the end of a day, or are now. */
export interface MembersAt {
  /** When the day began, UTC. */
  readonly at: Instant
  readonly members: number
}

const DAY = 86_400_000
/** The most points a chart gets. */
const MOST_DAYS = 90
/** Days counted in one statement; others are served between two. */
const DAYS_AT_ONCE = 10
/** Counting stops here at first. A day with more is counted in pieces, with others served in between. */
const ENOUGH = 5_000

/**
 * Members over time, a point a day for at most ninety days, the oldest first. Goes back from the maintained total
 * by what was begun and ended on each day, so that it costs what changed and never walks the members.
 */
export async function membersOverTime(
  db: Reads,
  organization: { readonly id: OrganizationId; readonly since: Instant; readonly members: number },
  now: Instant,
): Promise<readonly MembersAt[]> {
  const today = startOfDay(now)
  const first = Math.max(startOfDay(organization.since), today - (MOST_DAYS - 1) * DAY)
  const points: MembersAt[] = []
  let members = organization.members
  for (let newest = today; newest >= first; newest -= DAYS_AT_ONCE * DAY) {
    const oldest = Math.max(first, newest - (DAYS_AT_ONCE - 1) * DAY)
    for (const day of await daysBetween(db, organization.id, oldest, newest)) {
      points.push({ at: day.at, members })
      members -= day.begun < ENOUGH ? day.begun : await counted(db, organization.id, 'since', day.at, DAY)
      members += day.ended < ENOUGH ? day.ended : await counted(db, organization.id, 'until', day.at, DAY)
    }
    await setImmediate()
  }
  return points.reverse()
}

function startOfDay(at: Instant): Instant {
  return Math.floor(at / DAY) * DAY
}

interface Day {
  readonly at: Instant
  readonly begun: number
  readonly ended: number
}

/** What changed on each of these days, the newest first; counted up to `ENOUGH`. */
async function daysBetween(
  db: Reads,
  organization: OrganizationId,
  oldest: Instant,
  newest: Instant,
): Promise<readonly Day[]> {
  const days = await sql<Day>`
    with recursive day (at) as (
      select ${newest} union all select at - ${DAY} from day where at > ${oldest}
    )
    select at,
      (select count(*) from (select 1 from member
        where organization_id = ${organization} and since >= day.at and since < day.at + ${DAY}
        limit ${ENOUGH})) as begun,
      (select count(*) from (select 1 from member
        where organization_id = ${organization} and until is not null
          and until >= day.at and until < day.at + ${DAY}
        limit ${ENOUGH})) as ended
    from day
  `.execute(db)
  return days.rows
}

/** How many memberships began or ended in that time: in halves, and halves of halves, until each is counted quickly. */
async function counted(
  db: Reads,
  organization: OrganizationId,
  edge: 'since' | 'until',
  from: Instant,
  duration: number,
): Promise<number> {
  const column = sql.ref(edge)
  const most = duration > 1 ? ENOUGH : Number.MAX_SAFE_INTEGER
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select 1 from member
      where organization_id = ${organization} and ${column} is not null
        and ${column} >= ${from} and ${column} < ${from + duration}
      limit ${most})
  `.execute(db)
  const count = rows[0]?.count ?? 0
  if (count < most) return count
  await setImmediate()
  const half = Math.floor(duration / 2)
  const first = await counted(db, organization, edge, from, half)
  return first + (await counted(db, organization, edge, from + half, duration - half))
}
