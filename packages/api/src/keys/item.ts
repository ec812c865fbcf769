import type { ApiKeyId, Instant, MemberId, Permission, RoleLevel, ServiceAccountId } from '@roster/domain'
import { type Person, peopleOf } from '../platform/people.ts'
import type { QueryContext } from '../platform/query.ts'
import type { ProjectRef } from '../projects/rows.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import { type KeyRow, secretsOf, stillAllowed } from './store.ts'

/** A key as lists show it. What opens anything is not among it. */
export interface ListedKey {
  readonly id: ApiKeyId
  readonly name: string
  /** The last four characters of its secret. */
  readonly hint: string
  /** Whose it is: it acts for them, and ends when they go. */
  readonly owner:
    | { readonly kind: 'person'; readonly member: MemberId; readonly person: Person | null }
    | {
        readonly kind: 'service-account'
        readonly member: MemberId
        readonly id: ServiceAccountId
        readonly name: string
      }
  /** Its ceiling. */
  readonly role: RoleRef & { readonly level: RoleLevel }
  /** The role was deleted: the key opens nothing any more. */
  readonly roleEnded: boolean
  /** What it allows at the most today; less where its owner holds less. */
  readonly permissions: readonly Permission[]
  /** Works at this project only; null: at the whole organization. */
  readonly project: ProjectRef | null
  readonly createdAt: Instant
  readonly createdBy: Person | null
  readonly expiresAt: Instant | null
  readonly expired: boolean
  /** To five minutes; null when it was never used. */
  readonly lastUsedAt: Instant | null
  /** Until when the secret from before the last rotation is good; null when there is none. */
  readonly oldSecretUntil: Instant | null
}

/** These keys as they go out. */
export async function listedKeys(
  { db, organization, now }: Pick<QueryContext, 'db' | 'organization' | 'now'>,
  rows: readonly KeyRow[],
): Promise<readonly ListedKey[]> {
  const secrets = Map.groupBy(
    await secretsOf(
      db,
      rows.map((row) => row.id),
      now,
    ),
    (secret) => secret.key_id,
  )
  const people = await peopleOf(
    db,
    organization.id,
    rows.flatMap((row) => [row.user_id, row.created_by]),
  )
  return rows.map((row): ListedKey => {
    const [newest, ...older] = secrets.get(row.id) ?? []
    return {
      id: row.id,
      name: row.name,
      hint: newest?.hint ?? '',
      owner:
        row.service === null
          ? { kind: 'person', member: row.member_id, person: people.get(row.user_id) ?? null }
          : { kind: 'service-account', member: row.member_id, id: row.service, name: row.owner_name },
      role: { ...roleRef({ id: row.role_id, key: row.key, name: row.role_name }), level: row.level },
      roleEnded: row.role_ended === 1,
      permissions: stillAllowed(row, { organization }),
      project:
        row.project_id === null
          ? null
          : { id: row.project_id, name: row.project_name ?? '', archived: row.archived_at !== null },
      createdAt: row.since,
      createdBy: people.get(row.created_by) ?? null,
      expiresAt: row.expires_at,
      expired: row.expires_at !== null && row.expires_at <= now,
      lastUsedAt: row.last_used_at,
      oldSecretUntil: older.reduce<Instant | null>(
        (last, { until }) => Math.max(last ?? 0, until ?? 0),
        null,
      ),
    }
  })
}
