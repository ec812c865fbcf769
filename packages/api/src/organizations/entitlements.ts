import { type Entitlement, parseEntitlements } from '@roster/domain'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'

/** What the organization offers everybody who is in it (I2). */
export const entitlements = query({
  permission: 'organization.read',
  input: inOrganization({}),
  async run({ db, organization }): Promise<readonly Entitlement[]> {
    const row = await db
      .selectFrom('organization')
      .select('entitlements')
      .where('id', '=', organization.id)
      .executeTakeFirstOrThrow()
    return parseEntitlements(row.entitlements)
  },
})
