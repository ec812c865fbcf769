import type { InvitationId, OrganizationId, RoleId } from '@roster/domain'
import { sql } from 'kysely'
import type { Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'

/** The role an invitation gives at the organization, or gave when it was closed. */
export interface LastRole extends Pick<Row<'role'>, 'level' | 'key' | 'permissions' | 'description'> {
  readonly role: RoleRef
}

interface RoleRow extends Pick<Row<'role'>, 'level' | 'key' | 'permissions' | 'description' | 'name'> {
  readonly invitation_id: InvitationId
  readonly id: RoleId
}

/** The present or last role of each invitation, in whichever organizations they are. */
export async function lastRoles(
  db: Reads,
  invitations: readonly { readonly id: InvitationId; readonly organization_id: OrganizationId }[],
): Promise<ReadonlyMap<InvitationId, LastRole>> {
  const pairs = JSON.stringify(invitations.map(({ id, organization_id }) => [organization_id, id]))
  const { rows } = await sql<RoleRow>`
    select a.invitation_id, r.id, r.level, r.key, r.permissions, r.description, r.name
      from json_each(${pairs}) j
      cross join assignment a on a.organization_id = j.value ->> 0 and a.invitation_id = j.value ->> 1
        and a.project_id is null
      join role r on r.id = a.role_id
      order by a.id
  `.execute(db)
  // Ids sort by birth, so the last one stays.
  return new Map(rows.map((row) => [row.invitation_id, { ...row, role: roleRef(row) }]))
}
