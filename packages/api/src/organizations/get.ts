import {
  effectivePermissions,
  type HeldAssignment,
  type Instant,
  type MemberId,
  type OrganizationId,
  type OrganizationPolicies,
  type Permission,
  type UserId,
} from '@roster/domain'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'

/** An organization as the caller stands in it. */
export interface OrganizationView {
  readonly id: OrganizationId
  readonly slug: string
  readonly name: string
  readonly since: Instant
  readonly policies: OrganizationPolicies
  readonly role: RoleRef
  readonly permissions: readonly Permission[]
  readonly me: { readonly member: MemberId; readonly user: UserId }
  /** `invitations` counts the pending ones, expired or not; null without the permission to see them. */
  readonly totals: { readonly members: number; readonly invitations: number | null }
}

/** The organization, what the caller may do in it, and its totals. */
export const getOrganization = query({
  permission: 'organization.read',
  input: inOrganization({}),
  async run({ db, actor, organization, member, held }): Promise<OrganizationView> {
    const { since, members, invitations } = await db
      .selectFrom('organization as o')
      .innerJoin('organization_total as total', 'total.organization_id', 'o.id')
      .select(['o.since', 'total.members', 'total.invitations'])
      .where('o.id', '=', organization.id)
      .executeTakeFirstOrThrow()
    const permissions = effectivePermissions(held)
    return {
      id: organization.id,
      slug: organization.slug,
      name: organization.name,
      since,
      policies: organization.policies,
      role: await ownRole(db, organization.id, held),
      permissions: [...permissions.keys()],
      me: { member, user: actor.id },
      totals: { members, invitations: permissions.has('invitations.read') ? invitations : null },
    }
  },
})

/** The role given to the person at the organization; through a group only where nothing was given directly. */
async function ownRole(
  db: Reads,
  organization: OrganizationId,
  held: readonly HeldAssignment[],
): Promise<RoleRef> {
  const atOrganization = held.filter((assignment) => assignment.scope === 'organization')
  const own = atOrganization.find((assignment) => assignment.via === null) ?? atOrganization[0]
  if (!own) throw new Error('somebody may read an organization at which they hold no role')
  const row = await db
    .selectFrom('role')
    .select(['id', 'key', 'name'])
    .where('organization_id', '=', organization)
    .where('id', '=', own.role)
    .executeTakeFirstOrThrow()
  return roleRef(row)
}
