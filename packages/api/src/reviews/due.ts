import type { OrganizationId, ReviewId, UserId } from '@roster/domain'
import { assignmentsOf, organizationOf } from '../platform/access.ts'
import { UNCHANGED } from '../platform/command.ts'
import { eachAlone } from '../platform/each.ts'
import { changeAsSystem, type JobContext, job, type SystemContext } from '../platform/job.ts'
import { closeNow, decideByFallback } from './close.ts'

const TEN_MINUTES = 600_000
/** Items of one transaction. */
const AT_A_TIME = 100

/**
 * Closes reviews whose deadline has passed: what nobody decided about goes as the review said it would, by the rights
 * that whoever started it has at this moment. Where they have none, nobody loses access and the report says so.
 */
export const closeDueReviews = job({
  name: 'close-due-reviews',
  everyMs: TEN_MINUTES,
  async run({ deps, now, stopping }) {
    const due = await deps.reader
      .selectFrom('review as r')
      .innerJoin('organization as o', 'o.id', 'r.organization_id')
      .select(['r.id', 'r.organization_id'])
      .where('r.state', '=', 'open')
      .where('r.deadline', '<=', now)
      .where('o.until', 'is', null)
      .execute()
    return eachAlone(due, stopping, async ({ id, organization_id }) => {
      const at = { deps, now }
      // Somebody may have thousands in front of them: what is undecided is decided in small transactions.
      let decided = AT_A_TIME
      while (decided === AT_A_TIME && !stopping.aborted) decided = await decideSome(at, organization_id, id)
      return stopping.aborted ? 0 : close(at, organization_id, id)
    })
  },
})

type At = Pick<JobContext, 'deps' | 'now'>

function decideSome(at: At, organization: OrganizationId, id: ReviewId) {
  return changeAsSystem(at, { organization, records: 'review.decided' }, async (context) => {
    const open = await openReview(context, organization, id)
    if (!open) return { result: 0, audit: UNCHANGED }
    const { audit, shownBy } = await decideByFallback(open.carrying, open.review, null, AT_A_TIME)
    const [first, ...others] = audit
    return { result: audit.length, audit: first ? [first, ...others] : UNCHANGED, shownBy }
  })
}

function close(at: At, organization: OrganizationId, id: ReviewId) {
  return changeAsSystem(at, { organization, records: 'review.closed' }, async (context) => {
    const open = await openReview(context, organization, id)
    if (!open) return { result: 0, audit: UNCHANGED }
    return { result: 1, ...(await closeNow(open.carrying, open.review, null)) }
  })
}

async function openReview(context: SystemContext, organization: OrganizationId, id: ReviewId) {
  const { tx, now, newId } = context
  const review = await tx
    .selectFrom('review')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (!review) return null
  const starter = await standing(context, organization, review.started_by)
  const actor = { id: review.started_by }
  return { review, carrying: { tx, now, newAssignment: () => newId('asg'), actor, ...starter } }
}

/** What whoever started it holds today; nothing once they are gone. */
async function standing({ tx, now }: SystemContext, id: OrganizationId, user: UserId) {
  const row = await tx
    .selectFrom('organization')
    .select(['id', 'number', 'slug', 'name', 'policies'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const organization = organizationOf(row)
  const member = await tx
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', id)
    .where('user_id', '=', user)
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { organization, member: member.id, held: await assignmentsOf(tx, organization, member.id, now) }
}
