import {
  type ApiKeyId,
  type Instant,
  type KeyCaller,
  type KeyOwnership,
  type KeyTerms,
  type MemberId,
  maySeeKey,
  type OrganizationId,
  ownershipOf,
  type Permission,
  type ProjectId,
  permissionsOf,
  Refusal,
  type RoleId,
  type UserId,
} from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import type { Actor, Standing } from '../platform/access.ts'
import { listed } from '../platform/listed.ts'
import { roleTerms } from '../platform/role-terms.ts'
import type { Flag, Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import { inSeenProject } from '../projects/seen-refs.ts'
import { keptIn } from './authenticate.ts'

/** A key as it stands in the tables. */
export interface KeyRow extends Pick<Row<'role'>, 'level' | 'key' | 'permissions'> {
  readonly id: ApiKeyId
  readonly name: string
  readonly member_id: MemberId
  readonly user_id: UserId
  readonly owner_name: string
  /** The service account it is for; null for a person's. */
  readonly service: Row<'service_account'>['id'] | null
  readonly project_id: ProjectId | null
  readonly project_name: string | null
  readonly archived_at: Instant | null
  readonly role_id: RoleId
  readonly role_name: string
  readonly role_ended: Flag
  readonly kept: string
  readonly created_by: UserId
  readonly since: Instant
  readonly until: Instant | null
  readonly expires_at: Instant | null
  readonly last_used_at: Instant | null
}

/** Who asks about keys, and where they stand. */
export type Asking = Standing & { readonly actor: Actor }

/** The keys among `which` (a condition on `k`), the latest first: those that have not been revoked, or these too. */
export async function keyRows(
  db: Reads,
  { organization, which, take, skip, revoked = false }: Which & Cut,
): Promise<readonly KeyRow[]> {
  const { rows } = await sql<KeyRow>`
    select k.id, k.name, k.member_id, k.user_id, ifnull(m.display_name, u.name) as owner_name, s.id as service,
           k.project_id, p.name as project_name, p.archived_at, k.role_id, r.name as role_name,
           r.until is not null as role_ended, r.level, r.key, r.permissions, k.permissions as kept,
           k.created_by, k.since, k.until, k.expires_at, k.last_used_at
      from api_key k
      join member m on m.id = k.member_id
      join user u on u.id = k.user_id
      join role r on r.id = k.role_id
      left join service_account s on s.member_id = k.member_id
      left join project p on p.id = k.project_id
      where k.organization_id = ${organization} and ${revoked ? sql`1` : sql`k.until is null`} and ${which}
      order by k.id desc limit ${take} offset ${skip}
  `.execute(db)
  return rows
}

interface Cut {
  readonly take: number
  readonly skip: number
  readonly revoked?: boolean
}

interface Which {
  readonly organization: OrganizationId
  readonly which: RawBuilder<unknown>
}

/** How many these are. */
export async function countKeys(db: Reads, { organization, which }: Which): Promise<number> {
  const { rows } = await sql<{ keys: number }>`
    select count(*) as keys from api_key k where k.organization_id = ${organization} and k.until is null and ${which}
  `.execute(db)
  return rows[0]?.keys ?? 0
}

/**
 * The condition on `k` that the caller may know of the key: their own, or everybody's in projects they may see. A
 * project's key knows of itself.
 */
export function seenKeys({ held, member, actor }: Asking): RawBuilder<unknown> {
  if (actor.kind === 'key' && actor.ceiling.project !== null) return sql`k.id = ${actor.key}`
  const own = sql`k.member_id = ${member}`
  if (!maySeeKey(callerOf({ held, actor }), { ownership: 'another' })) return own
  return sql`(${own} or ${inSeenProject(held, 'k.project_id')})`
}

/** The caller as the rules about keys see them. */
export function callerOf({ held, actor }: Pick<Asking, 'held' | 'actor'>): KeyCaller {
  return { held, key: actor.kind === 'key' ? actor.key : null }
}

/** A key somebody wants to do something to, with what the rules want to know of it. */
export interface FoundKey extends KeyTerms {
  readonly row: KeyRow
  readonly name: string
  readonly permissions: readonly Permission[]
  readonly ownership: KeyOwnership
}

/**
 * The key of this organization with this id, if the caller may know of it and it has not been revoked; refuses with
 * `not-found`.
 */
export async function keyFound(
  db: Reads,
  asking: Asking,
  id: ApiKeyId,
  also?: 'revoked too',
): Promise<FoundKey> {
  const which = sql`k.id = ${id} and ${seenKeys(asking)}`
  const cut = { take: 1, skip: 0, revoked: also !== undefined }
  const [row] = await keyRows(db, { organization: asking.organization.id, which, ...cut })
  if (!row) throw new Refusal('not-found', { field: 'key' })
  return {
    row,
    id: row.id,
    name: row.name,
    permissions: keptIn(row.kept),
    project: row.project_id,
    ownership: ownershipOf(asking.member, { member: row.member_id, service: row.service !== null }),
  }
}

/** What of what a key allowed when it was made its role allows today; nothing once the role is gone. */
export function stillAllowed(
  row: KeyRow,
  { organization }: Pick<Standing, 'organization'>,
): readonly Permission[] {
  if (row.role_ended === 1) return []
  const today = permissionsOf(roleTerms(row), organization.policies)
  return keptIn(row.kept).filter((permission) => today.has(permission))
}

/** When the key ends that the caller came with; null where it never does, or they came without one. */
export async function callersEnd(db: Reads, actor: Actor): Promise<Instant | null> {
  if (actor.kind !== 'key') return null
  const row = await db
    .selectFrom('api_key')
    .select('expires_at')
    .where('id', '=', actor.key)
    .executeTakeFirst()
  return row?.expires_at ?? null
}

/** The secrets of these keys that are good at this moment, the latest first. */
export async function secretsOf(db: Reads, keys: readonly ApiKeyId[], now: Instant) {
  return (
    db
      .selectFrom('api_key_secret')
      .select(['key_id', 'hint', 'until'])
      .where('key_id', 'in', listed(keys))
      .where((where) => where.or([where('until', 'is', null), where('until', '>', now)]))
      // Two of the same moment are told apart all the same: only the latest has no end.
      .orderBy((row) => row('until', 'is', null), 'desc')
      .orderBy('since', 'desc')
      .execute()
  )
}
