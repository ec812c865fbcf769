import {
  ALL_PERMISSIONS,
  mayTurnRole,
  orThrow,
  type Permission,
  permissionChange,
  Refusal,
  validRolePermissions,
} from '@roster/domain'
import { roleRenamed } from '../members/role-renamed.ts'
import type { AuditFacts } from '../platform/audit.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type FoundRole, freeRoleName, isHeldByGroups, refuseProtected, roleFound } from './found.ts'
import { PermissionNames, RoleDescription, RoleName } from './input.ts'

/**
 * Changes the name, the description and what a role allows; what is not given stays. Takes effect with the next call
 * of everybody who holds it. All that it allowed and will allow must be the caller's own (`beyond-your-own`), also to
 * rename it: a role that is more than theirs is not theirs to disguise. Refuses with `role-protected` (owner
 * altogether, and what built-in roles allow), `name-taken`, `owner-through-group`, and `changed-meanwhile` when the
 * role no longer allows what was `seen` before.
 */
export const updateRole = command({
  permission: 'roles.manage',
  records: 'role.updated',
  input: inOrganization({
    role: IdOf('rol'),
    name: RoleName.optional(),
    description: RoleDescription.optional(),
    permissions: PermissionNames.optional(),
    seen: PermissionNames.optional(),
  }),
  async run({ tx, organization, held, now }, { role: id, name, description, permissions, seen }) {
    const role = await roleFound(tx, organization, id)
    refuseProtected(role, { name, description, permissions })
    if (seen && !same(seen, role.terms)) throw new Refusal('changed-meanwhile')
    const after = {
      name:
        name === undefined ? role.name : await freeRoleName(tx, organization.id, { ...role, name, of: id }),
      description: description ?? role.description,
      terms: permissions === undefined ? role.terms : orThrow(validRolePermissions(role.level, permissions)),
    }
    const change = {
      held,
      role: { id, permissions: role.terms },
      to: { key: null, permissions: after.terms },
    }
    orThrow(mayTurnRole({ ...change, heldByGroups: await isHeldByGroups(tx, id) }))
    const [first, ...others] = changes(role, after)
    if (!first) return { result: { role: id }, audit: UNCHANGED }
    await tx
      .updateTable('role')
      .set({ name: after.name, description: after.description, changed_at: now })
      // A built-in role answers from the table, and its row stays empty.
      .$if(permissions !== undefined, (row) => row.set({ permissions: JSON.stringify(inOrder(after.terms)) }))
      .where('organization_id', '=', organization.id)
      .where('id', '=', id)
      .execute()
    if (after.name !== role.name) await roleRenamed(tx, id)
    return { result: { role: id }, audit: [first, ...others], shownBy: ['members', 'organizations'] }
  },
})

type After = Pick<FoundRole, 'name' | 'description' | 'terms'>

/** Each thing that changed is an entry of its own; a description is text of people and is not in the trail. */
function changes(before: FoundRole, after: After): readonly AuditFacts[] {
  const target = { kind: 'role', id: before.id } as const
  const entries: AuditFacts[] = []
  if (before.name !== after.name)
    entries.push({ target, facts: { field: 'name', before: before.name, after: after.name } })
  if (before.description !== after.description) entries.push({ target, facts: { field: 'description' } })
  if (!same(before.terms, after.terms)) {
    const { gains, losses } = permissionChange(before.terms, after.terms)
    const facts = { before: inOrder(before.terms), after: inOrder(after.terms), gains, losses }
    entries.push({ target, facts: { field: 'permissions', role_name: after.name, ...facts } })
  }
  return entries
}

function inOrder(permissions: ReadonlySet<Permission>): readonly Permission[] {
  return ALL_PERMISSIONS.filter((permission) => permissions.has(permission))
}

function same(one: Iterable<string>, other: ReadonlySet<string>): boolean {
  const names = new Set(one)
  return names.size === other.size && [...names].every((name) => other.has(name))
}
