import { DAY, type Instant, type OrganizationId, type ProjectId, Refusal, type UserId } from '@roster/domain'
import type { Reads } from '../platform/writer.ts'

/** Requests that one person makes within a day, at the most. */
export const MOST_REQUESTS_A_DAY = 20
/** The same for one place: whoever was refused three times today asks somebody in person. */
export const MOST_FOR_ONE_PLACE_A_DAY = 3

/** Stops somebody who asks again and again, whatever became of it: `too-many-attempts`. */
export async function limitRequests(
  db: Reads,
  {
    organization,
    user,
    project,
    now,
  }: { organization: OrganizationId; user: UserId; project: ProjectId | null; now: Instant },
): Promise<void> {
  // Ids sort by birth, so the index of a person's own requests is in the order of time.
  const latest = await db
    .selectFrom('access_request')
    .select(['organization_id', 'project_id', 'created_at'])
    .where('user_id', '=', user)
    .orderBy('id', 'desc')
    .limit(MOST_REQUESTS_A_DAY)
    .execute()
  const lately = latest.filter((one) => one.created_at > now - DAY)
  const here = lately.filter((one) => one.organization_id === organization && one.project_id === project)
  const oldest = (here.length >= MOST_FOR_ONE_PLACE_A_DAY ? here : lately).at(-1)
  if (!oldest) return
  if (here.length >= MOST_FOR_ONE_PLACE_A_DAY || lately.length >= MOST_REQUESTS_A_DAY) {
    throw new Refusal('too-many-attempts', { seconds: Math.ceil((oldest.created_at + DAY - now) / 1_000) })
  }
}
