import { orThrow, type ReviewId, reviewDeadline } from '@roster/domain'
import { sql } from 'kysely'
import { inPerson } from '../platform/access.ts'
import { type CommandContext, command } from '../platform/command.ts'
import { inOrganization, Moment } from '../platform/input.ts'
import { FallbackInput, ReviewName, ReviewScope } from './input.ts'
import { planReview, type ReviewPlan } from './plan.ts'

/**
 * Starts a review: what is held within its scope at this moment is frozen and shared out among the reviewers, nobody
 * to themself (D41). Refuses as `planReview` says, with `invalid-input` for the deadline, and with `people-only` for a
 * key that would have anything else done at the deadline but keeping what nobody decided about.
 */
export const startReview = command({
  permission: 'reviews.manage',
  records: 'review.started',
  evenArchived: true,
  input: inOrganization({
    ...ReviewScope,
    name: ReviewName,
    fallback: FallbackInput,
    deadline: Moment,
  }),
  async run(context, { name, fallback, deadline, ...asked }) {
    const { tx, newId, organization, actor, now } = context
    // What is left at the deadline is done with all that the starter holds, and no key allows as much.
    if (fallback !== 'keep') inPerson(actor)
    const until = orThrow(reviewDeadline(deadline, now))
    const plan = orThrow(await planReview(tx, context, asked))
    const review = newId('rev')
    await tx
      .insertInto('review')
      .values({
        id: review,
        organization_id: organization.id,
        name,
        scope: plan.scope.scope,
        project_id: plan.scope.project,
        inactive_days: plan.scope.inactiveDays,
        fallback,
        deadline: until,
        state: 'open',
        started_by: actor.id,
        since: now,
        closed_at: null,
        closed_by: null,
        seal: null,
        items: plan.items.length,
      })
      .execute()
    await freeze(context, review, plan)
    const reviewers = [...new Set(plan.items.map(({ reviewer }) => reviewer))]
    const { project } = plan.scope
    return {
      result: { review, items: plan.items.length },
      audit: {
        target: { kind: 'review', id: review },
        facts: {
          scope: plan.scope.scope,
          ...(project && { project }),
          items: plan.items.length,
          reviewers,
          fallback,
          deadline: until,
        },
      },
      outbox: reviewers.map((to) => ({
        kind: 'review-assigned' as const,
        reference: review,
        event: `review-assigned:${review}:${to}`,
        facts: { to },
      })),
      people: reviewers,
    }
  },
})

async function freeze(
  { tx, newId, organization }: CommandContext,
  review: ReviewId,
  { items }: ReviewPlan,
): Promise<void> {
  const rows = items.map((item, index) => [
    newId('rvi'),
    item.assignment,
    item.member,
    item.group,
    item.user,
    item.project,
    item.role,
    item.lastActiveAt,
    item.reviewer,
    index + 1,
  ])
  await sql`
    insert into review_item (id, organization_id, review_id, assignment_id, member_id, group_id, user_id, project_id,
                             role_id, last_active_at, reviewer_id, position)
      select value ->> 0, ${organization.id}, ${review}, value ->> 1, value ->> 2, value ->> 3, value ->> 4,
             value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9
        from json_each(${JSON.stringify(rows)})
  `.execute(tx)
}
