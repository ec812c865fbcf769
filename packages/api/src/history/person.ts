import {
  ALL_PERMISSIONS,
  type AssignmentId,
  asOfDay,
  decide,
  type HeldAssignment,
  type Instant,
  isProjectPermission,
  type MemberId,
  orThrow,
  type Permission,
  type ProjectId,
  Refusal,
  type UserId,
} from '@roster/domain'
import { isOneself } from '../platform/access.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { RoleRef } from '../roles/store.ts'
import { type HeldThen, heldThen, placesThen } from './held.ts'
import { Day } from './input.ts'
import { mostPowerful } from './most-powerful.ts'
import { groupsNamed, type PastGroup, type PastProject, projectsNamed } from './names.ts'

/** A role somebody had that day, and where from. */
export interface RoleThen {
  readonly assignment: AssignmentId
  readonly role: RoleRef
  readonly via: 'direct' | 'group'
  /** Null for what is direct, and where groups are not yours to see. */
  readonly group: PastGroup | null
  readonly since: Instant
  readonly expiresAt: Instant | null
  readonly by: Person | null
  readonly reason: string | null
}

/** A person as they stood on some day. */
export interface PersonAsOf {
  readonly day: string
  /** The end of the day, or now. */
  readonly at: Instant
  readonly member: MemberId
  readonly person: Person
  readonly joinedAt: Instant
  readonly leftAt: Instant | null
  /** Whether they were a member that day; otherwise they held nothing. */
  readonly wasMember: boolean
  /** What they held at the organization, and what that and today's roles allow. */
  readonly roles: readonly RoleThen[]
  readonly permissions: readonly Permission[]
  /** The groups they were directly in; empty where groups are not yours to see. */
  readonly groups: readonly {
    readonly group: PastGroup
    readonly manager: boolean
    readonly since: Instant
    readonly by: Person | null
  }[]
  readonly projects: readonly {
    readonly project: PastProject
    /** The most powerful one they had there. */
    readonly role: RoleRef
    readonly roles: readonly RoleThen[]
    /** With what their roles at the organization allow in every project. */
    readonly permissions: readonly Permission[]
  }[]
  /** In how many more projects they held something that is not yours to see. */
  readonly hidden: number
}

/**
 * What somebody held on a day: roles, groups, projects and what these allow by today's definition of the roles. One's
 * own is everybody's to see; that of others takes `members.read`, and `project.members.read` at each project. Also
 * about people who have left. Refuses with `not-found`, and `date-in-the-future`.
 */
export const personAsOf = query({
  permission: 'organization.read',
  input: inOrganization({ member: IdOf('mem'), asOf: Day }),
  async run(context, { member, asOf }): Promise<PersonAsOf> {
    const { db, organization, held, member: caller, actor, now } = context
    const { day, at } = orThrow(asOfDay(asOf, now))
    const row = await db
      .selectFrom('member')
      .select(['user_id', 'since', 'until'])
      .where('organization_id', '=', organization.id)
      .where('id', '=', member)
      .executeTakeFirst()
    // Whoever came back sees what they held before they left as well.
    const own = isOneself(context, row?.user_id === actor.id ? caller : member)
    if (!own) orThrow(decide(held, 'members.read'))
    if (!row) throw new Refusal('not-found')

    const asked = { organization: organization.id, member, at }
    const all = await heldThen(db, organization, member, at)
    const maySee = (project: ProjectId | null) =>
      own || project === null || !(decide(held, 'project.members.read', project) instanceof Refusal)
    const shown = all.filter((one) => maySee(one.project))
    const maySeeGroups = own || !(decide(held, 'groups.read') instanceof Refusal)
    const places = maySeeGroups ? await placesThen(db, asked) : []
    const people = await peopleOf(
      db,
      organization.id,
      [row.user_id, ...[...shown, ...places].map((one) => one.by)].filter((id) => id !== null),
    )
    const groups = await groupsNamed(
      db,
      organization.id,
      [...shown.map((one) => one.via), ...places.map((one) => one.group)].filter((id) => id !== null),
    )
    const projects = await projectsNamed(
      db,
      organization.id,
      shown.flatMap((one) => one.project ?? []),
    )
    const by = (id: UserId | null) => (id && people.get(id)) ?? null
    const tell = (one: HeldThen): RoleThen => ({
      ...{ assignment: one.assignment, role: one.role, via: one.via ? 'group' : 'direct' },
      group: (maySeeGroups && one.via && groups.get(one.via)) || null,
      ...{ since: one.since, expiresAt: one.expiresAt, by: by(one.by), reason: one.reason },
    })
    const everywhere = all.filter((one) => one.project === null)
    const person = people.get(row.user_id)
    if (!person) throw new Refusal('not-found')
    return {
      ...{ day, at, member, person, joinedAt: row.since, leftAt: row.until },
      wasMember: row.since <= at && (row.until === null || row.until > at),
      roles: everywhere.map(tell),
      permissions: allowedBy(everywhere),
      groups: places.flatMap(({ group, manager, since, by: giver }) => {
        const named = groups.get(group)
        return named ? [{ group: named, manager: manager === 1, since, by: by(giver) }] : []
      }),
      projects: [...Map.groupBy(shown, (one) => one.project)]
        .flatMap(([id, there]) => {
          const known = id === null ? undefined : projects.get(id)
          const role = mostPowerful(there)
          if (!known || !role) return []
          const { visibility: _, ...project } = known
          const permissions = allowedBy([...everywhere, ...there]).filter(isProjectPermission)
          return [{ project, role, roles: there.map(tell), permissions }]
        })
        .sort((a, b) => (a.project.name < b.project.name ? -1 : 1)),
      hidden: new Set(all.flatMap((one) => (maySee(one.project) ? [] : (one.project ?? [])))).size,
    }
  },
})

function allowedBy(held: readonly Pick<HeldAssignment, 'permissions'>[]): readonly Permission[] {
  return ALL_PERMISSIONS.filter((permission) => held.some((one) => one.permissions.has(permission)))
}
