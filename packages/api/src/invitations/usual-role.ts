import { isId, type OrganizationId, Refusal, type RoleId } from '@roster/domain'
import type { Reads } from '../platform/writer.ts'

/**
 * The role in a project of whoever is invited to it without one being named: that of everybody who joins it, else the
 * least powerful one (C13, D40). Refuses with `not-found` what is no project's id; whether there is one with it, and
 * whether the caller may give the role, is for sending to say.
 */
export async function usualRoleAt(db: Reads, organization: OrganizationId, project: string): Promise<RoleId> {
  const least = await db
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', organization)
    .where('level', '=', 'project')
    .where('key', '=', 'viewer')
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  if (!isId('prj', project)) throw new Refusal('not-found', { field: 'project' })
  const row = await db
    .selectFrom('project')
    .select('default_role_id')
    .where('organization_id', '=', organization)
    .where('id', '=', project)
    .executeTakeFirst()
  return row?.default_role_id ?? least.id
}
