import {
  type AssignmentId,
  type Instant,
  type MemberId,
  mayHoldByDefault,
  type NewId,
  type ProjectId,
  type UserId,
} from '@roster/domain'
import { beginAssignment } from '../assignments/store.ts'
import type { Organization } from '../platform/access.ts'
import { statement } from '../platform/statement.ts'
import type { Transaction } from '../platform/writer.ts'
import type { Role, RoleRef } from '../roles/store.ts'
import { directlyHeld } from './holders.ts'
import { projectRolesOf, refOf } from './roles.ts'

export interface GivenByDefault {
  readonly project: ProjectId
  readonly role: RoleRef
  readonly assignment: AssignmentId
}

/**
 * Puts somebody who has just joined into every project that new members join, with the role it has for them. What
 * they hold there already stays, archived projects are left out, and so is a role that has come to hold what only
 * owners hold. Who may say that a project has such a role was asked when it was said.
 */
export async function giveDefaultProjects(
  tx: Transaction,
  newId: NewId,
  {
    organization,
    member,
    by,
    now,
    unless = () => false,
  }: {
    readonly organization: Pick<Organization, 'id' | 'policies'>
    readonly member: MemberId
    readonly by: UserId | null
    readonly now: Instant
    /** Roles that this way of joining does not give. */
    readonly unless?: (role: Role) => boolean
  },
): Promise<readonly GivenByDefault[]> {
  const roles = await projectRolesOf(tx, organization)
  const given: GivenByDefault[] = []
  for (const { id: project, role: byDefault } of await joined(tx, { organization: organization.id })) {
    const role = roles.get(byDefault)
    if (!role || mayHoldByDefault(role) !== true || unless(role)) continue
    if (await directlyHeld(tx, { organization: organization.id, project }, member)) continue
    const subject = { member }
    const terms = { organization: organization.id, subject, role: role.id, project, by, now }
    given.push({ project, role: refOf(role), assignment: await beginAssignment(tx, newId, terms) })
  }
  return given
}

const joined = statement<
  { readonly organization: Organization['id'] },
  { readonly id: ProjectId; readonly role: RoleRef['id'] }
>(`
  select p.id, p.default_role_id as role from project p
    where p.organization_id = :organization and p.until is null and p.default_role_id is not null
      and p.archived_at is null
    order by p.name_key
`)
