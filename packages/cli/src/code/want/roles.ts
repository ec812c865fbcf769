import {
  ALL_PERMISSIONS,
  freeText,
  isPermission,
  isProjectPermission,
  nameIdentity,
  Refusal,
  type RoleId,
  type RoleLevel,
  validRoleName,
  validRolePermissions,
} from '@roster/domain'
import { orNearest, type Path } from '../document/problem.ts'
import { inOrder, type Role, roleNamed } from '../model.ts'
import { entriesOf, problem, prunes, type Wanting } from './wanting.ts'

const LEVELS = ['organization', 'project'] as const
const LONGEST_DESCRIPTION = 300

/** The roles there will be: built-in ones as they are, custom ones as the file says. */
export function wantedRoles(wanting: Wanting): Map<RoleId, Role> {
  const roles = new Map(wanting.current.roles)
  for (const level of LEVELS) {
    const section = wanting.document.roles?.[level]
    if (section === undefined) continue
    const listed = new Set<RoleId>()
    for (const [written, entry] of entriesOf(section)) {
      const path = ['roles', level, written]
      const ref = roleNamed(level, written)
      if (listed.has(ref)) problem(wanting, path, 'This role is in the file twice.')
      listed.add(ref)
      const role = roleOf(wanting, roles, { level, written, entry, path })
      if (role) roles.set(ref, role)
    }
    for (const [ref, role] of wanting.current.roles) {
      if (role.level !== level || role.key !== null || listed.has(ref)) continue
      if (prunes(wanting, 'roles')) roles.delete(ref)
      else wanting.extras.push(`Role ${role.name} (${level})`)
    }
  }
  return roles
}

type Written = NonNullable<NonNullable<Wanting['document']['roles']>['project']>[string]
type Asked = {
  readonly level: RoleLevel
  readonly written: string
  readonly entry: Written
  readonly path: Path
}

function roleOf(
  wanting: Wanting,
  roles: ReadonlyMap<RoleId, Role>,
  { level, written, entry, path }: Asked,
): Role | null {
  const ref = roleNamed(level, written)
  const before = wanting.current.roles.get(ref)
  const others = [...roles].flatMap(([id, role]) => (role.level === level && id !== ref ? [role.name] : []))
  const builtIn = [...roles.values()].some(
    (role) => role.level === level && role.key !== null && nameIdentity(role.name) === nameIdentity(written),
  )
  if (builtIn)
    return problem(wanting, path, 'This role is part of every organization and is not described here.')
  const name = validRoleName(written, others)
  if (name instanceof Refusal) return problem(wanting, path, name)
  const description = entry.description ?? before?.description ?? ''
  const described = freeText(description, LONGEST_DESCRIPTION, 'description')
  if (described instanceof Refusal) return problem(wanting, [...path, 'description'], described)
  const names = entry.permissions ?? before?.permissions
  if (!names) return problem(wanting, path, 'Say with “permissions:” what this role allows.')
  const permissions = allowed(wanting, level, names, [...path, 'permissions'])
  return permissions && { level, key: null, name, description: described, permissions }
}

function allowed(
  wanting: Wanting,
  level: RoleLevel,
  names: readonly string[],
  path: Path,
): Role['permissions'] | null {
  const possible = level === 'project' ? ALL_PERMISSIONS.filter(isProjectPermission) : ALL_PERMISSIONS
  for (const [index, name] of names.entries()) {
    if (isPermission(name)) continue
    return problem(wanting, [...path, index], orNearest(`There is no permission “${name}”`, name, possible))
  }
  const valid = validRolePermissions(level, names)
  if (valid instanceof Refusal) return problem(wanting, path, valid)
  return ALL_PERMISSIONS.filter((permission) => valid.has(permission))
}

/**
 * The role of this level that is called so: by its name, or a built-in one by the word it has in every organization
 * (`owner`, `editor` …).
 */
export function findRole(roles: ReadonlyMap<RoleId, Role>, level: RoleLevel, text: string): RoleId | null {
  const wanted = nameIdentity(text)
  const refs = inOrder(roles.keys()).filter((ref) => roles.get(ref)?.level === level)
  const called = refs.find((ref) => nameIdentity(roles.get(ref)?.name ?? '') === wanted)
  return called ?? refs.find((ref) => roles.get(ref)?.key === wanted) ?? null
}

/** The same, with a problem where there is none. */
export function roleAsked(
  wanting: Wanting,
  roles: ReadonlyMap<RoleId, Role>,
  level: RoleLevel,
  text: string,
  path: Path,
): RoleId | null {
  const found = findRole(roles, level, text)
  if (found) return found
  const names = [...roles.values()].flatMap((role) => (role.level === level ? [role.name] : []))
  const where = level === 'project' ? 'for projects' : 'at the organization'
  return problem(wanting, path, orNearest(`There is no role “${text}” ${where}`, text, names))
}
