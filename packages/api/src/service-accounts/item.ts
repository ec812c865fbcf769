import { type Instant, type MemberId, maySeeKey, type ServiceAccountId, type UserId } from '@roster/domain'
import { type Person, peopleOf } from '../platform/people.ts'
import type { QueryContext } from '../platform/query.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import type { AccountRow } from './store.ts'

/** A service account as its list and its page show it. */
export interface ServiceAccount {
  readonly id: ServiceAccountId
  /** Its membership: what assignments, keys and effective access name it by. */
  readonly member: MemberId
  /** Its account: what the trail names it by. */
  readonly user: UserId
  readonly name: string
  readonly description: string
  /** At the organization. */
  readonly role: RoleRef
  /** In how many projects it holds a role. */
  readonly projects: number
  /** How many keys of it work, and when the last of them was used; null to those who may not see keys. */
  readonly keys: { readonly count: number; readonly lastUsedAt: Instant | null } | null
  readonly createdAt: Instant
  readonly createdBy: Person | null
}

/** These service accounts as they go out. */
export async function serviceAccounts(
  { db, organization, held }: Pick<QueryContext, 'db' | 'organization' | 'held'>,
  rows: readonly AccountRow[],
): Promise<readonly ServiceAccount[]> {
  const people = await peopleOf(
    db,
    organization.id,
    rows.flatMap((row) => row.created_by ?? []),
  )
  const seesKeys = maySeeKey({ held, key: null }, { ownership: 'service-account' })
  return rows.map(
    (row): ServiceAccount => ({
      id: row.id,
      member: row.member,
      user: row.user,
      name: row.name,
      description: row.description,
      role: roleRef({ id: row.role_id, key: row.key, name: row.role_name }),
      projects: row.projects,
      keys: seesKeys ? { count: row.keys, lastUsedAt: row.last_used_at } : null,
      createdAt: row.since,
      createdBy: (row.created_by && people.get(row.created_by)) ?? null,
    }),
  )
}
