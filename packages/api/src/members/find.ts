import { decide, type Instant, type MemberId, orThrow, Refusal } from '@roster/domain'
import { IdOf, inOrganization } from '../platform/input.ts'
import { isPerson } from '../platform/people.ts'
import { query } from '../platform/query.ts'

export interface Found {
  readonly member: MemberId
  /** Null for whoever is a member. */
  readonly leftAt: Instant | null
}

/**
 * A membership by its id, or the latest one of an account, also one that has ended: how lists that know people only
 * by their account lead to their page, and what that page asks first. Oneself is everybody's to find, others take
 * `members.read`. Refuses with `not-found` for somebody who never was a member.
 */
export const findMember = query({
  permission: 'organization.read',
  input: inOrganization({ user: IdOf('usr').optional(), member: IdOf('mem').optional() }),
  async run({ db, organization, actor, held }, { user, member }): Promise<Found> {
    if ((user === undefined) === (member === undefined)) {
      throw new Refusal('invalid-input', { field: 'member', reason: 'either an account or a membership' })
    }
    let memberships = db
      .selectFrom('member')
      .select(['id', 'user_id', 'until'])
      .where('organization_id', '=', organization.id)
      .where(isPerson('member.id'))
    if (user) memberships = memberships.where('user_id', '=', user)
    if (member) memberships = memberships.where('id', '=', member)
    const row = await memberships.orderBy('since', 'desc').orderBy('id', 'desc').executeTakeFirst()
    if (row?.user_id !== actor.id) orThrow(decide(held, 'members.read'))
    if (!row) throw new Refusal('not-found', { field: user ? 'user' : 'member' })
    return { member: row.id, leftAt: row.until }
  },
})
