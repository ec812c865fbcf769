import {
  isPermission,
  mayTurnRole,
  type Permission,
  permissionChange,
  permissionsOf,
  Refusal,
  type RefusalCode,
  validRolePermissions,
} from '@roster/domain'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type QueryContext, query } from '../platform/query.ts'
import type { ProjectRef } from '../projects/rows.ts'
import { seenProjects } from '../projects/seen-refs.ts'
import { type Affected, affectedBy } from './affected.ts'
import { type FoundRole, isHeldByGroups, roleFound } from './found.ts'
import { PermissionNames } from './input.ts'
import { countPeopleWith, MOST_COUNTED, projectsWith } from './people-with.ts'

const MOST_PROJECTS = 50

export interface RoleChangePreview {
  /** What the role itself gains and loses. */
  readonly gains: readonly Permission[]
  readonly losses: readonly Permission[]
  /** How many people it reaches, directly or through groups; at most `MOST_COUNTED` are told apart. */
  readonly people: number
  readonly peopleIsCapped: boolean
  readonly groups: number
  readonly invitations: number
  /** The first of those for whom something changes; what they hold for another reason as well is left out. */
  readonly affected: readonly Affected[]
  /** Where it is held, the fullest first. */
  readonly projects: readonly {
    readonly project: ProjectRef
    readonly members: number
    readonly groups: number
  }[]
  /** Why the caller may not do this. */
  readonly refusal: { readonly code: RefusalCode; readonly message: string } | null
}

/**
 * What would happen if a role allowed `permissions` from now on, or if `replaceWith` took its place: who gains and
 * loses what, and whether the caller may. Asks the rules that the commands ask, and changes nothing.
 */
export const previewRoleChange = query({
  permission: 'roles.manage',
  input: inOrganization({
    role: IdOf('rol'),
    permissions: PermissionNames.optional(),
    replaceWith: IdOf('rol').optional(),
  }),
  async run(context, { role: id, permissions, replaceWith }): Promise<RoleChangePreview> {
    const { db, organization, held, now } = context
    const role = await roleFound(db, organization, id)
    const to = replaceWith
      ? await roleFound(db, organization, replaceWith, 'replaceWith')
      : { key: null, level: role.level, terms: termsAsked(role, permissions) }
    const allowed =
      to.level === role.level
        ? mayTurnRole({
            held,
            role: { id, permissions: role.terms },
            to: { key: to.key, permissions: to.terms },
            heldByGroups: await isHeldByGroups(db, id),
          })
        : new Refusal('role-level-mismatch', { field: 'replaceWith' })
    const after = 'permissions' in to ? to.permissions : narrowed(role, to.terms, context)
    const of = { organization: organization.id, role: id, now }
    const total = await db
      .selectFrom('role_total')
      .select(['groups', 'invitations'])
      .where('role_id', '=', id)
      .executeTakeFirst()
    const people = await countPeopleWith(db, of)
    const places = await projectsWith(db, of)
    const projects = await seenProjects(
      db,
      { organization: organization.id, held },
      places.map(({ project }) => project),
    )
    return {
      ...permissionChange(role.terms, to.terms),
      people: Math.min(people, MOST_COUNTED),
      peopleIsCapped: people > MOST_COUNTED,
      groups: total?.groups ?? 0,
      invitations: total?.invitations ?? 0,
      affected: await affectedBy(context, role, after),
      projects: places
        .flatMap(({ project, members, groups }) => {
          const seen = projects.get(project)
          return seen ? [{ project: seen, members, groups }] : []
        })
        .slice(0, MOST_PROJECTS),
      refusal: allowed instanceof Refusal ? { code: allowed.code, message: allowed.message } : null,
    }
  },
})

/** What was asked for as far as the level allows it; nothing given is nothing changed. */
function termsAsked(role: FoundRole, names: readonly string[] | undefined): ReadonlySet<Permission> {
  if (names === undefined) return role.terms
  const valid = validRolePermissions(role.level, names)
  return valid instanceof Refusal ? new Set(names.filter(isPermission)) : valid
}

function narrowed(
  role: FoundRole,
  terms: ReadonlySet<Permission>,
  { organization }: QueryContext,
): ReadonlySet<Permission> {
  return permissionsOf({ level: role.level, key: null, permissions: [...terms] }, organization.policies)
}
