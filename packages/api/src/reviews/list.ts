import { decide, type Fallback, type Instant, Refusal, type ReviewId, type ReviewState } from '@roster/domain'
import { sql } from 'kysely'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'

/** A review as the list shows it. */
export interface ListedReview {
  readonly id: ReviewId
  readonly name: string
  readonly scope: 'organization' | 'projects' | 'project'
  readonly project: string | null
  readonly state: ReviewState
  readonly fallback: Fallback
  readonly since: Instant
  readonly deadline: Instant
  readonly closedAt: Instant | null
  readonly items: number
  readonly decided: number
  /** How many wait for the caller to decide. */
  readonly yours: number
}

const MOST = 200

/**
 * The reviews the caller may see, the open ones first, then the newest: all of them, or those they decide in, which is
 * done and seen in person.
 */
export const listReviews = query({
  permission: 'organization.read',
  input: inOrganization({}),
  async run({ db, organization, actor, held }): Promise<readonly ListedReview[]> {
    const readsAll = decide(held, 'reviews.read') instanceof Refusal ? 0 : 1
    if (readsAll === 0 && actor.kind === 'key') return []
    const { rows } = await sql<ListedReview>`
      select r.id, r.name, r.scope, p.name as project, r.state, r.fallback, r.since, r.deadline,
             r.closed_at as closedAt, r.items, r.decided,
             iif(r.state = 'open', (select count(*) from review_item i
               where i.organization_id = r.organization_id and i.review_id = r.id
                 and i.reviewer_id = ${actor.id} and i.decision is null), 0) as yours
        from review r left join project p on p.id = r.project_id
        where r.organization_id = ${organization.id}
          and (${readsAll} or exists (select 1 from review_item i
            where i.organization_id = r.organization_id and i.review_id = r.id and i.reviewer_id = ${actor.id}))
        order by r.state <> 'open', r.since desc limit ${MOST}
    `.execute(db)
    return rows
  },
})
