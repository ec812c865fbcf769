import type {
  AssignmentId,
  Decision,
  GroupId,
  Instant,
  MemberId,
  Outcome,
  ReviewItemId,
  UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { IdOf, inOrganization, Paging } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import { readableReview } from './reading.ts'

/** One assignment under review, and what was decided about it. */
export interface ReviewItem {
  readonly id: ReviewItemId
  readonly assignment: AssignmentId
  readonly member: MemberId | null
  /** Whose it is; null for a group's. */
  readonly person: Person | null
  readonly group: { readonly id: GroupId; readonly name: string } | null
  /** Null at the organization. */
  readonly project: { readonly id: string; readonly name: string } | null
  readonly role: RoleRef
  readonly since: Instant
  readonly expiresAt: Instant | null
  readonly givenBy: Person | null
  readonly reason: string | null
  /** Last activity in the organization, as it was at the start. */
  readonly lastActiveAt: Instant | null
  readonly reviewer: Person | null
  /** Whether it is the caller's to decide. */
  readonly yours: boolean
  readonly decision: Decision | null
  readonly toRole: string | null
  readonly decidedBy: Person | null
  readonly decidedAt: Instant | null
  readonly note: string | null
  readonly outcome: Outcome | null
  readonly refusal: string | null
}

export interface ReviewItemPage {
  readonly items: readonly ReviewItem[]
  readonly total: number
  readonly nextCursor: string | null
  readonly page: number
}

/**
 * The items of a review, in their order: all, those of the caller, what is left of those, or what is undecided or
 * decided. By page or cursor.
 */
export const listReviewItems = query({
  permission: 'organization.read',
  input: inOrganization({
    review: IdOf('rev'),
    show: z.enum(['all', 'yours', 'left', 'undecided', 'decided']).default('all'),
    ...Paging,
  }),
  async run(context, { review: id, show, page, pageSize, cursor }): Promise<ReviewItemPage> {
    const { db, organization, actor } = context
    const { review, readsAll } = await readableReview(context, id)
    const list = ['review-items', organization.id, id, show]
    const after = cursor === undefined ? 0 : Number(placeOf(list, cursor)[0])
    // A reviewer who does not read reviews sees what they decide about, and nothing of the others.
    const seen = sql`
      i.organization_id = ${organization.id} and i.review_id = ${id}
        and (${readsAll ? 1 : 0} or i.reviewer_id = ${actor.id})
        and case ${show} when 'yours' then i.reviewer_id = ${actor.id}
          when 'left' then i.reviewer_id = ${actor.id} and i.decision is null
          when 'undecided' then i.decision is null when 'decided' then i.decision is not null else 1 end
    `
    const { rows: counted } = await sql<{ total: number }>`
      select count(*) as total from review_item i where ${seen}
    `.execute(db)
    const { rows } = await sql<ItemRow>`
      select i.*, a.since, a.expires_at, a.given_by, a.reason, r.key, r.name as role_name, t.name as to_name,
             p.name as project_name, g.name as group_name
        from review_item i
        join assignment a on a.id = i.assignment_id
        join role r on r.id = i.role_id
        left join role t on t.id = i.to_role_id
        left join project p on p.id = i.project_id
        left join "group" g on g.id = i.group_id
        where ${seen} and i.position > ${after}
        order by i.position limit ${pageSize + 1} offset ${cursor === undefined ? (page - 1) * pageSize : 0}
    `.execute(db)
    const shown = rows.slice(0, pageSize)
    const ids = shown.flatMap((row) => [row.user_id, row.reviewer_id, row.decided_by, row.given_by])
    const people = await peopleOf(
      db,
      organization.id,
      ids.filter((one) => one !== null),
    )
    const last = shown.at(-1)
    return {
      items: shown.map((row) => item(row, people, review.state === 'open' ? actor.id : null)),
      total: counted[0]?.total ?? 0,
      nextCursor: rows.length > pageSize && last ? cursorAt(list, [last.position]) : null,
      page,
    }
  },
})

interface ItemRow {
  readonly id: ReviewItemId
  readonly position: number
  readonly assignment_id: AssignmentId
  readonly member_id: MemberId | null
  readonly group_id: GroupId | null
  readonly user_id: UserId | null
  readonly project_id: string | null
  readonly role_id: RoleRef['id']
  readonly last_active_at: Instant | null
  readonly reviewer_id: UserId
  readonly decision: Decision | null
  readonly decided_by: UserId | null
  readonly decided_at: Instant | null
  readonly note: string | null
  readonly outcome: Outcome | null
  readonly refusal: string | null
  readonly since: Instant
  readonly expires_at: Instant | null
  readonly given_by: UserId | null
  readonly reason: string | null
  readonly key: string | null
  readonly role_name: string
  readonly to_name: string | null
  readonly project_name: string | null
  readonly group_name: string | null
}

function item(row: ItemRow, people: ReadonlyMap<UserId, Person>, decider: UserId | null): ReviewItem {
  const person = (user: UserId | null) => (user && people.get(user)) ?? null
  return {
    id: row.id,
    assignment: row.assignment_id,
    member: row.member_id,
    person: person(row.user_id),
    group: row.group_id && { id: row.group_id, name: row.group_name ?? '' },
    project: row.project_id === null ? null : { id: row.project_id, name: row.project_name ?? '' },
    role: roleRef({ id: row.role_id, key: row.key, name: row.role_name }),
    since: row.since,
    expiresAt: row.expires_at,
    givenBy: person(row.given_by),
    reason: row.reason,
    lastActiveAt: row.last_active_at,
    reviewer: person(row.reviewer_id),
    yours: row.reviewer_id === decider && row.decision === null,
    decision: row.decision,
    toRole: row.to_name,
    decidedBy: person(row.decided_by),
    decidedAt: row.decided_at,
    note: row.note,
    outcome: row.outcome,
    refusal: row.refusal,
  }
}
