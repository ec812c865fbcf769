import {
  effectOfRoleChange,
  type HeldAssignment,
  isPermission,
  type MemberId,
  mayTurnRole,
  type Permission,
  permissionChange,
  permissionsOf,
  Refusal,
  type RefusalCode,
  validRolePermissions,
} from '@roster/domain'
import { assignmentsOf } from '../platform/access.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { type QueryContext, query } from '../platform/query.ts'
import { type FoundRole, isHeldByGroups, roleFound } from './found.ts'
import { PermissionNames } from './input.ts'
import { countPeopleWith, MOST_COUNTED, peopleWith, projectsWith } from './people-with.ts'
import { type ProjectRef, seenProjects } from './seen-projects.ts'

/** What somebody gains and loses at a project, or, where it is null, in the whole organization. */
export interface Effect {
  readonly project: ProjectRef | null
  readonly gains: readonly Permission[]
  readonly losses: readonly Permission[]
}

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
  readonly affected: readonly (Person & { readonly member: MemberId; readonly effects: readonly Effect[] })[]
  /** Where it is held, the fullest first. */
  readonly projects: readonly {
    readonly project: ProjectRef
    readonly members: number
    readonly groups: number
  }[]
  /** Why the caller may not do this. */
  readonly refusal: { readonly code: RefusalCode; readonly message: string } | null
}

const MOST_NAMED = 50
/** Many who hold a role may hold the same for another reason: no more than these are looked at. */
const MOST_LOOKED_AT = 500

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
      affected: await affected(context, role, after),
      projects: places
        .flatMap(({ project, members, groups }) => {
          const seen = projects.get(project)
          return seen ? [{ project: seen, members, groups }] : []
        })
        .slice(0, MOST_NAMED),
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

async function affected(
  { db, organization, held, now }: QueryContext,
  role: FoundRole,
  permissions: ReadonlySet<Permission>,
): Promise<RoleChangePreview['affected']> {
  const candidates = await peopleWith(
    db,
    { organization: organization.id, role: role.id, now },
    MOST_LOOKED_AT,
  )
  const found: { member: MemberId; user: Person['user']; effects: readonly RawEffect[] }[] = []
  for (const candidate of candidates) {
    const theirs = await assignmentsOf(db, organization, candidate.member, now)
    const effects = effectsOn(theirs, role, permissions)
    if (effects.length > 0) found.push({ ...candidate, effects })
    if (found.length === MOST_NAMED) break
  }
  const people = await peopleOf(
    db,
    organization.id,
    found.map(({ user }) => user),
  )
  const projects = await seenProjects(
    db,
    { organization: organization.id, held },
    found.flatMap(({ effects }) => effects.flatMap(({ scope }) => (scope === 'organization' ? [] : [scope]))),
  )
  return found.flatMap(({ member, user, effects }) => {
    const person = people.get(user)
    const seen = effects.flatMap(({ scope, gains, losses }): Effect[] => {
      const project = scope === 'organization' ? null : projects.get(scope)
      return project === undefined ? [] : [{ project, gains, losses }]
    })
    return person && seen.length > 0 ? [{ ...person, member, effects: seen }] : []
  })
}

type RawEffect = Pick<Effect, 'gains' | 'losses'> & { readonly scope: HeldAssignment['scope'] }

/** Wherever somebody holds the role: what changes for them there. */
function effectsOn(
  theirs: readonly HeldAssignment[],
  role: FoundRole,
  permissions: ReadonlySet<Permission>,
): readonly RawEffect[] {
  const scopes = new Set(theirs.filter((one) => one.role === role.id).map((one) => one.scope))
  return [...scopes].flatMap((scope) => {
    const project = scope === 'organization' ? undefined : scope
    const { gains, losses } = effectOfRoleChange(theirs, { role: role.id, permissions }, project)
    return gains.length + losses.length > 0 ? [{ scope, gains, losses }] : []
  })
}
