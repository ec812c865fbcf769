import {
  decide,
  type Fallback,
  type Instant,
  type Outcome,
  Refusal,
  type ReviewId,
  type ReviewState,
} from '@roster/domain'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import { readableReview } from './reading.ts'

/** A review with its terms and how far it is. */
export interface Review {
  readonly id: ReviewId
  readonly name: string
  readonly scope: 'organization' | 'projects' | 'project'
  readonly project: string | null
  readonly inactiveDays: number | null
  readonly state: ReviewState
  readonly fallback: Fallback
  readonly startedBy: Person | null
  readonly since: Instant
  readonly deadline: Instant
  readonly closedAt: Instant | null
  readonly closedBy: Person | null
  readonly items: number
  readonly decided: number
  readonly yours: number
  /** Each reviewer with how much is left to them. */
  readonly reviewers: readonly { readonly person: Person; readonly items: number; readonly left: number }[]
  /** How many came to what; kinds there are none of are left out. */
  readonly outcomes: readonly { readonly outcome: Outcome; readonly items: number }[]
  /** SHA-256 of the report, once it is closed. */
  readonly seal: string | null
  readonly manages: boolean
}

/** One review, for those who read reviews and for its reviewers. Refuses with `not-found`. */
export const getReview = query({
  permission: 'organization.read',
  input: inOrganization({ review: IdOf('rev') }),
  async run(context, { review: id }): Promise<Review> {
    const { db, organization, actor, held } = context
    const { review } = await readableReview(context, id)
    const shares = await db
      .selectFrom('review_item')
      .select(['reviewer_id', ({ fn }) => fn.countAll<number>().as('items')])
      .select(({ fn }) => fn.count<number>('decision').as('decided'))
      .where('organization_id', '=', organization.id)
      .where('review_id', '=', id)
      .groupBy('reviewer_id')
      .execute()
    const outcomes = await db
      .selectFrom('review_item')
      .select(['outcome', ({ fn }) => fn.countAll<number>().as('items')])
      .where('organization_id', '=', organization.id)
      .where('review_id', '=', id)
      .where('outcome', 'is not', null)
      .groupBy('outcome')
      .execute()
    const project =
      review.project_id === null
        ? null
        : await db.selectFrom('project').select('name').where('id', '=', review.project_id).executeTakeFirst()
    const people = await peopleOf(
      db,
      organization.id,
      [review.started_by, review.closed_by, ...shares.map((share) => share.reviewer_id)].filter(
        (one) => one !== null,
      ),
    )
    const own = shares.find((share) => share.reviewer_id === actor.id)
    return {
      id,
      name: review.name,
      scope: review.scope,
      project: project?.name ?? null,
      inactiveDays: review.inactive_days,
      state: review.state,
      fallback: review.fallback,
      startedBy: people.get(review.started_by) ?? null,
      since: review.since,
      deadline: review.deadline,
      closedAt: review.closed_at,
      closedBy: (review.closed_by && people.get(review.closed_by)) ?? null,
      items: review.items,
      decided: review.decided,
      yours: review.state === 'open' && own ? own.items - own.decided : 0,
      reviewers: shares.flatMap(({ reviewer_id, items, decided }) => {
        const person = people.get(reviewer_id)
        return person ? [{ person, items, left: items - decided }] : []
      }),
      outcomes: outcomes.flatMap(({ outcome, items }) => (outcome ? [{ outcome, items }] : [])),
      seal: review.seal,
      manages: !(decide(held, 'reviews.manage') instanceof Refusal),
    }
  },
})
