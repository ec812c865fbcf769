import type { Instant, MemberId, OrganizationId, RoleId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'

/** Whether a row was live at a moment; `ends` is when it is over, for those that end by themselves. */
export function liveAt(table: string, at: Instant, expires = false): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  const expiry = expires
    ? sql` and (${column('expires_at')} is null or ${column('expires_at')} > ${at})`
    : sql``
  return sql<boolean>`(${column('since')} <= ${at}
    and (${column('until')} is null or ${column('until')} > ${at})${expiry})`
}

/**
 * The assignment by which a member held their role at the organization at some moment, as text of a statement: of
 * `:organization`, at `:at`. By index: one seek for each member.
 */
export const ROLE_AT = (member: string) => `(
  select held.id from assignment held
  where held.organization_id = :organization and held.member_id = ${member} and held.project_id is null
    and held.since <= :at and (held.until is null or held.until > :at)
  order by held.since desc limit 1
)`

/** Whether a member held this role at the organization at some moment, as a part of a statement that is built. */
export function heldRoleAt(
  member: RawBuilder<MemberId>,
  { organization, role, at }: { organization: OrganizationId; role: RoleId; at: Instant },
): RawBuilder<boolean> {
  return sql<boolean>`(
    select held.role_id from assignment held
    where held.organization_id = ${organization} and held.member_id = ${member} and held.project_id is null
      and held.since <= ${at} and (held.until is null or held.until > ${at})
    order by held.since desc limit 1
  ) = ${role}`
}
