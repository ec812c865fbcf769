import {
  type DomainId,
  type Email,
  emailDomain,
  isEmail,
  mayJoinAlone,
  type OrganizationId,
  permissionsOf,
  Refusal,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { organizationOf } from '../platform/access.ts'
import { roleTerms } from '../platform/role-terms.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import { roleRef } from '../roles/store.ts'

/** Somebody who may find a door: their address, once they have shown that it is theirs. */
export async function addressOf(db: Reads, user: UserId): Promise<Email | Refusal> {
  const row = await db
    .selectFrom('user')
    .select(['email', 'email_verified_at'])
    .where('id', '=', user)
    .where('disabled_at', 'is', null)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row?.email || !isEmail(row.email)) return new Refusal('not-signed-in')
  return row.email_verified_at === null ? new Refusal('email-not-verified') : row.email
}

type DoorRow = Pick<Row<'organization'>, 'id' | 'number' | 'slug' | 'name' | 'policies'> & {
  readonly domain: DomainId
  readonly domain_name: string
  readonly role_id: Row<'role'>['id']
  readonly role_key: string | null
  readonly role_name: string
  readonly role_level: Row<'role'>['level']
  readonly role_permissions: string
  readonly members: number
  readonly invitations: number
}

/** The organization that lets people with this address in, with which role; null when none does. */
export async function doorFor(db: Reads, email: Email) {
  const { rows } = await sql<DoorRow>`
    select o.id, o.number, o.slug, o.name, o.policies, d.id as domain, d.name as domain_name,
           r.id as role_id, r.key as role_key, r.name as role_name, r.level as role_level,
           r.permissions as role_permissions, t.members, t.invitations
      from domain d
      join organization o on o.id = d.organization_id and o.until is null
      join organization_total t on t.organization_id = o.id
      join role r on r.organization_id = d.organization_id and r.id = d.auto_join_role_id and r.until is null
      where d.name = ${emailDomain(email)} and d.until is null and d.verified_at is not null
  `.execute(db)
  const [row] = rows
  if (!row) return null
  const organization = organizationOf(row)
  const role = { id: row.role_id, key: row.role_key, name: row.role_name }
  const permissions = permissionsOf(
    roleTerms({ level: row.role_level, key: row.role_key, permissions: row.role_permissions }),
    organization.policies,
  )
  const ref = roleRef(role)
  // What the role allows may have changed since somebody chose it.
  if (mayJoinAlone({ key: ref.key, permissions }) !== true) return null
  const { domain, domain_name: name, members, invitations } = row
  return { organization, domain, name, role: ref, members, seatsTaken: members + invitations }
}

/** Whether somebody has an invitation of this organization to answer, which may give more than the door does. */
export async function isInvited(
  db: Reads,
  organization: OrganizationId,
  { user, email }: { readonly user: UserId; readonly email: Email },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    select id from invitation
      where organization_id = ${organization} and email = ${email} and state = 'pending' and user_id is null
    union all
    select id from invitation
      where user_id = ${user} and organization_id = ${organization} and state = 'pending'
    limit 1
  `.execute(db)
  return rows.length > 0
}
