import { type Instant, type MemberId, type OrganizationId, Refusal } from '@roster/domain'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { type Member, memberOf, rowOf } from './rows.ts'

export interface MemberDetails extends Member {
  /** Null for those who did not come by invitation. */
  readonly invitedBy: Person | null
  /** Since when they hold their present role, and from whom they have it. */
  readonly roleSince: Instant
  readonly roleBy: Person | null
  /** In the words of whoever gave it. */
  readonly roleReason: string | null
}

/** One member. Refuses with `not-found`, also for somebody who has left. */
export const getMember = query({
  permission: 'members.read',
  input: inOrganization({ member: IdOf('mem') }),
  async run({ db, actor, organization }, { member }): Promise<MemberDetails> {
    const row = await rowOf(db, organization.number, member)
    if (!row) throw new Refusal('not-found')
    const role = await db
      .selectFrom('assignment')
      .select(['since', 'given_by', 'reason'])
      .where('organization_id', '=', organization.id)
      .where('member_id', '=', member)
      .where('project_id', 'is', null)
      .where('until', 'is', null)
      .executeTakeFirstOrThrow()
    const inviter = await inviterOf(db, organization.id, member)
    const people = await peopleOf(
      db,
      organization.id,
      [inviter, role.given_by].filter((id) => id !== null),
    )
    return {
      ...memberOf(row, actor.id),
      invitedBy: (inviter && people.get(inviter)) ?? null,
      roleSince: role.since,
      roleBy: (role.given_by && people.get(role.given_by)) ?? null,
      roleReason: role.reason,
    }
  },
})

async function inviterOf(db: Reads, organization: OrganizationId, member: MemberId) {
  const invitation = await db
    .selectFrom('invitation')
    .select('invited_by')
    .where('organization_id', '=', organization)
    .where('member_id', '=', member)
    .executeTakeFirst()
  return invitation?.invited_by ?? null
}
