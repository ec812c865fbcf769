import { decide, type MemberId, orThrow, Refusal } from '@roster/domain'
import { IdOf, inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'

/**
 * The latest membership of a person here, also one that has ended: how lists that know people only by their account
 * lead to their page. Oneself is everybody's to find, others take `members.read`. Refuses with `not-found` for
 * somebody who never was a member.
 */
export const findMember = query({
  permission: 'organization.read',
  input: inOrganization({ user: IdOf('usr') }),
  async run({ db, organization, actor, held }, { user }): Promise<{ readonly member: MemberId }> {
    if (user !== actor.id) orThrow(decide(held, 'members.read'))
    const row = await db
      .selectFrom('member')
      .select('id')
      .where('organization_id', '=', organization.id)
      .where('user_id', '=', user)
      .orderBy('since', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirst()
    if (!row) throw new Refusal('not-found', { field: 'user' })
    return { member: row.id }
  },
})
