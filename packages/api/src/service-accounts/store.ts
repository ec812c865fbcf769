import {
  type Instant,
  type MemberId,
  nameIdentity,
  type OrganizationId,
  Refusal,
  type ServiceAccountId,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import type { Organization } from '../platform/access.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import { type Role, roleOf, type WithTerms } from '../roles/store.ts'

/** A live service account as it stands in the tables. */
export interface AccountRow
  extends Pick<Row<'service_account'>, 'id' | 'description' | 'since' | 'created_by'>,
    Pick<Row<'role'>, 'level' | 'key' | 'permissions'> {
  readonly member: MemberId
  readonly user: UserId
  readonly name: string
  readonly role_id: Row<'role'>['id']
  readonly role_name: string
  readonly role_description: string
  /** Keys that have neither been revoked nor expired. */
  readonly keys: number
  readonly last_used_at: Instant | null
  /** In how many projects it holds a role. */
  readonly projects: number
}

/** Live service accounts in the order of their making, after `after`; only one, if it is named. */
export async function accountRows(
  db: Reads,
  organization: OrganizationId,
  { now, only, after, search, take, skip }: Asked,
): Promise<readonly AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select s.id, s.description, s.since, s.created_by, s.member_id as member, s.user_id as user, u.name,
           r.id as role_id, r.level, r.key, r.permissions, r.name as role_name, r.description as role_description,
           (select count(*) from api_key k where k.organization_id = s.organization_id and k.member_id = s.member_id
              and k.until is null and (k.expires_at is null or k.expires_at > ${now})) as keys,
           (select max(k.last_used_at) from api_key k where k.organization_id = s.organization_id
              and k.member_id = s.member_id and k.until is null) as last_used_at,
           (select count(*) from assignment p where p.organization_id = s.organization_id
              and p.member_id = s.member_id and p.project_id is not null and p.until is null
              and (p.expires_at is null or p.expires_at > ${now})) as projects
      from service_account s
      join user u on u.id = s.user_id
      join assignment a on a.organization_id = s.organization_id and a.member_id = s.member_id
        and a.project_id is null and a.until is null
      join role r on r.id = a.role_id
      where s.organization_id = ${organization} and s.until is null
        and (${only} is null or s.id = ${only}) and s.id > ${after}
        and instr(s.name_identity, ${search}) > 0
      order by s.id limit ${take} offset ${skip}
  `.execute(db)
  return rows
}

interface Asked {
  readonly now: Instant
  readonly only: ServiceAccountId | null
  readonly after: string
  readonly search: string
  readonly take: number
  readonly skip: number
}

/** How many live service accounts there are with this in their names. */
export async function countAccounts(
  db: Reads,
  organization: OrganizationId,
  search: string,
): Promise<number> {
  const { rows } = await sql<{ accounts: number }>`
    select count(*) as accounts from service_account
      where organization_id = ${organization} and until is null and instr(name_identity, ${search}) > 0
  `.execute(db)
  return rows[0]?.accounts ?? 0
}

/** A live service account somebody wants to change, with its role at the organization. */
export interface FoundAccount {
  readonly row: AccountRow
  readonly role: Role & WithTerms
}

/** The service account of this organization with this id; refuses with `not-found`, also once it was removed. */
export async function accountFound(
  db: Reads,
  organization: Pick<Organization, 'id' | 'policies'>,
  id: ServiceAccountId,
  now: Instant,
): Promise<FoundAccount> {
  const [row] = await accountRows(db, organization.id, {
    now,
    only: id,
    after: '',
    search: '',
    take: 1,
    skip: 0,
  })
  if (!row) throw new Refusal('not-found', { field: 'serviceAccount' })
  const { role_id, role_name, role_description, level, key, permissions } = row
  const role = { id: role_id, name: role_name, description: role_description, level, key, permissions }
  return { row, role: roleOf(role, organization.policies) }
}

/** Refuses with `name-taken` when another live service account of the organization is called the same. */
export async function refuseTakenAccountName(
  db: Reads,
  organization: OrganizationId,
  name: string,
  by: ServiceAccountId | null,
): Promise<void> {
  const holder = await db
    .selectFrom('service_account')
    .select('id')
    .where('organization_id', '=', organization)
    .where('name_identity', '=', nameIdentity(name))
    .where('until', 'is', null)
    .executeTakeFirst()
  if (holder && holder.id !== by) throw new Refusal('name-taken', { field: 'name' })
}

/** Whether there was one with this id in the organization that has been removed. */
export async function isRemoved(
  db: Reads,
  organization: OrganizationId,
  id: ServiceAccountId,
): Promise<boolean> {
  const row = await db
    .selectFrom('service_account')
    .select('until')
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined && row.until !== null
}
