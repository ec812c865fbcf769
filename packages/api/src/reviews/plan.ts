import {
  decide,
  type MemberId,
  type OrganizationId,
  type ProjectId,
  Refusal,
  shareOut,
  type UserId,
} from '@roster/domain'
import { listed } from '../platform/listed.ts'
import { isPerson } from '../platform/people.ts'
import { projectsOpenTo } from '../platform/project.ts'
import type { QueryContext } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { assignmentsIn, type InScope, MOST_ITEMS, type Scope } from './scope.ts'

interface Asked {
  readonly scope: Scope['scope']
  readonly project?: ProjectId | undefined
  readonly inactiveDays?: number | null | undefined
  readonly reviewers: readonly MemberId[]
}

/** What would be reviewed by whom. */
export interface ReviewPlan {
  readonly scope: Scope
  readonly items: readonly (InScope & { readonly reviewer: UserId })[]
}

/**
 * Looks up what a review is to look at, as far as whoever starts it may see who holds it, and shares it out. Refuses
 * with `not-permitted` without `members.read`, `invalid-input` for a project where there is
 * none and for a scope in which there is nothing, `not-found` for a reviewer who is no member, `too-large`, and
 * `not-your-own-access` when somebody would have to decide about themself.
 */
export async function planReview(
  db: Reads,
  { organization: { id: organization }, held, now }: Pick<QueryContext, 'organization' | 'held' | 'now'>,
  { scope: at, project, inactiveDays, reviewers }: Asked,
): Promise<ReviewPlan | Refusal> {
  if ((at === 'project') !== (project !== undefined)) {
    return new Refusal('invalid-input', {
      field: 'project',
      reason: 'name the project to review, and only then',
    })
  }
  const reads = decide(held, 'members.read')
  if (reads instanceof Refusal) return reads
  const scope: Scope = {
    ...{ scope: at, project: project ?? null, inactiveDays: inactiveDays ?? null },
    open: projectsOpenTo(held),
  }
  const people = await usersOf(db, organization, reviewers)
  if (people.length < new Set(reviewers).size) return new Refusal('not-found', { field: 'reviewers' })
  const found = await assignmentsIn(db, organization, scope, now)
  if (found.length > MOST_ITEMS) return new Refusal('too-large', { most: MOST_ITEMS })
  if (found.length === 0) {
    return new Refusal('invalid-input', { field: 'scope', reason: 'nobody has access of this kind' })
  }
  const shares = shareOut(
    found.map(({ user }) => user),
    people,
  )
  if (shares instanceof Refusal) return shares
  return {
    scope,
    items: found.flatMap((item, index) => {
      const reviewer = shares[index]
      return reviewer ? [{ ...item, reviewer }] : []
    }),
  }
}

async function usersOf(
  db: Reads,
  organization: OrganizationId,
  members: readonly MemberId[],
): Promise<readonly UserId[]> {
  const rows = await db
    .selectFrom('member')
    .select('user_id')
    .where('organization_id', '=', organization)
    .where('id', 'in', listed(members))
    .where('until', 'is', null)
    .where(isPerson('member.id'))
    .orderBy('id')
    .execute()
  return rows.map((row) => row.user_id)
}
