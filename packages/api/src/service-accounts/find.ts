import { Refusal, type ServiceAccountId } from '@roster/domain'
import { IdOf, inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'

/**
 * The service account that a membership is of: how lists that know members only lead to its page. Refuses with
 * `not-found` for a person’s, and once it was removed.
 */
export const findServiceAccount = query({
  permission: 'members.read',
  input: inOrganization({ member: IdOf('mem') }),
  async run({ db, organization }, { member }): Promise<{ readonly serviceAccount: ServiceAccountId }> {
    const row = await db
      .selectFrom('service_account')
      .select('id')
      .where('organization_id', '=', organization.id)
      .where('member_id', '=', member)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (!row) throw new Refusal('not-found', { field: 'member' })
    return { serviceAccount: row.id }
  },
})
