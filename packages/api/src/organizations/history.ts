import type { Instant, OrganizationId } from '@roster/domain'
import { daysBetween } from '../history/totals.ts'
import type { Reads } from '../platform/writer.ts'

/** How many people were members at the end of a day, or are now. */
export interface MembersAt {
  /** When the day began, UTC. */
  readonly at: Instant
  readonly members: number
}

const DAY = 86_400_000
/** The most points a chart gets, unless more are asked for. */
const MOST_DAYS = 90

/**
 * Members over time, a point a day for at most `days`, the oldest first. Goes back from the maintained total
 * by what is kept of each day, so that it costs the same however many came and went.
 */
export async function membersOverTime(
  db: Reads,
  organization: { readonly id: OrganizationId; readonly since: Instant; readonly members: number },
  now: Instant,
  days: number = MOST_DAYS,
): Promise<readonly MembersAt[]> {
  const today = startOfDay(now)
  const first = Math.max(startOfDay(organization.since), today - (days - 1) * DAY)
  const changes = await daysBetween(db, organization.id, first, today)
  const points: MembersAt[] = []
  let members = organization.members
  for (let at = today; at >= first; at -= DAY) {
    points.push({ at, members })
    const { begun, ended } = changes.get(at) ?? { begun: 0, ended: 0 }
    members += ended - begun
  }
  return points.reverse()
}

function startOfDay(at: Instant): Instant {
  return Math.floor(at / DAY) * DAY
}
