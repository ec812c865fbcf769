import type { Instant, OrganizationId, RoleId, UserId } from '@roster/domain'
import { noEarlier } from '../platform/no-earlier.ts'
import type { Row } from '../platform/schema.ts'
import type { Transaction } from '../platform/writer.ts'

export type EndedKey = Pick<Row<'api_key'>, 'id' | 'member_id' | 'user_id' | 'project_id'>

/** Ends every key with this role as its ceiling, and answers which these were. */
export async function endKeysOfRole(
  tx: Transaction,
  {
    organization,
    role,
    by,
    now,
  }: {
    readonly organization: OrganizationId
    readonly role: RoleId
    readonly by: UserId
    readonly now: Instant
  },
): Promise<readonly EndedKey[]> {
  return tx
    .updateTable('api_key')
    .set({ until: noEarlier(now), ended_by: by })
    .where('organization_id', '=', organization)
    .where('role_id', '=', role)
    .where('until', 'is', null)
    .returning(['id', 'member_id', 'user_id', 'project_id'])
    .execute()
}
