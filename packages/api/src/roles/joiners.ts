import type { DomainId, OrganizationId, ProjectId, RoleId } from '@roster/domain'
import type { Transaction } from '../platform/writer.ts'

/** What gives a role to people who are not there yet, besides invitations. */
export interface GivenToJoiners {
  /** Projects that everybody who joins the organization gets it in. */
  readonly projects: readonly ProjectId[]
  /** Proven domains whose people join with it by themselves. */
  readonly domains: readonly { readonly id: DomainId; readonly name: string }[]
}

/** The live projects and domains that give this role. */
export async function givenToJoiners(
  tx: Transaction,
  { organization, role }: { readonly organization: OrganizationId; readonly role: RoleId },
): Promise<GivenToJoiners> {
  const projects = await tx
    .selectFrom('project')
    .select('id')
    .where('organization_id', '=', organization)
    .where('until', 'is', null)
    .where('default_role_id', '=', role)
    .execute()
  const domains = await tx
    .selectFrom('domain')
    .select(['id', 'name'])
    .where('organization_id', '=', organization)
    .where('until', 'is', null)
    .where('auto_join_role_id', '=', role)
    .execute()
  return { projects: projects.map(({ id }) => id), domains }
}

/**
 * Makes them give another role. A domain with a role that nobody may join with by themselves lets nobody in: that
 * rule is asked at the door.
 */
export async function giveToJoiners(
  tx: Transaction,
  { projects, domains }: GivenToJoiners,
  role: RoleId,
): Promise<void> {
  for (const project of projects)
    await tx.updateTable('project').set({ default_role_id: role }).where('id', '=', project).execute()
  for (const { id } of domains)
    await tx.updateTable('domain').set({ auto_join_role_id: role }).where('id', '=', id).execute()
}
