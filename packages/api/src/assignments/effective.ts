import {
  type AssignmentId,
  decide,
  type HeldAssignment,
  type Instant,
  isProjectPermission,
  type MemberId,
  orThrow,
  type Permission,
  type ProjectId,
  Refusal,
} from '@roster/domain'
import type { GroupRef } from '../groups/target.ts'
import { isOneself } from '../platform/access.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { ProjectRef } from '../projects/rows.ts'
import type { RoleRef } from '../roles/store.ts'
import { type Given, givenTo } from './given.ts'

/** An assignment that gives somebody something: the answer to "why". */
export interface Because {
  readonly assignment: AssignmentId
  readonly role: RoleRef
  /** Null at the organization. */
  readonly project: ProjectRef | null
  /** Given to the person, or to a group they are in. */
  readonly via: 'direct' | 'group'
  /** Its place among the paths; null for what is direct, and where groups are not yours to see. */
  readonly path: number | null
  /** Since when they have been in the last group of the path, and who put them there. */
  readonly place: { readonly since: Instant; readonly by: Person | null } | null
  readonly by: Person | null
  readonly since: Instant
  readonly expiresAt: Instant | null
  /** In the words of whoever gave it. */
  readonly reason: string | null
}

/** What somebody may do at the organization, or at one project of it. */
export interface EffectiveScope {
  readonly project: ProjectRef | null
  /** Each thing they may do there with everything that allows it, as places in `because`. */
  readonly permissions: readonly { readonly permission: Permission; readonly because: readonly number[] }[]
}

export interface Effective {
  readonly member: MemberId
  readonly because: readonly Because[]
  /** From the group that holds a role to the one the person is in; said once, since many roles come the same way. */
  readonly paths: readonly (readonly GroupRef[])[]
  /** The organization first, then the projects in which they hold something, by name. */
  readonly scopes: readonly EffectiveScope[]
  /** What ended by itself and has not been taken away or renewed. */
  readonly expired: readonly Because[]
  /** Those of the projects told of in which the caller may decide who holds what. */
  readonly manageable: readonly ProjectId[]
  /** In how many more projects they hold something that is not yours to see. */
  readonly hidden: number
}

/**
 * Everything a member may do, and why: every permission with every assignment that gives it, by whom, since when,
 * until when, for which reason, and through which groups. At one project if it is named, else everywhere. One's own
 * is everybody's to see; that of others takes `members.read`, and `project.members.read` at each project. Refuses
 * with `not-found` for somebody who is no member.
 */
export const effectivePermissionsOf = query({
  permission: 'organization.read',
  input: inOrganization({ member: IdOf('mem'), project: IdOf('prj').optional() }),
  async run(context, { member }): Promise<Effective> {
    const { db, organization, held, now, project } = context
    const own = isOneself(context, member)
    if (!own) orThrow(decide(held, 'members.read'))
    const maySee = (at: ProjectId | null) =>
      own || at === null || !(decide(held, 'project.members.read', at) instanceof Refusal)
    if (project && !maySee(project.id))
      throw new Refusal('not-permitted', { permission: 'project.members.read' })

    const all = await givenTo(db, organization, member, now, project?.id ?? null)
    if (!all) throw new Refusal('not-found')
    const given = all.filter((one) => maySee(one.project?.id ?? null))
    const people = await peopleOf(
      db,
      organization.id,
      given.flatMap(({ by, place }) => [by, place?.by].filter((id) => id !== null && id !== undefined)),
    )
    const groupsShown = own || !(decide(held, 'groups.read') instanceof Refusal)
    const paths: (readonly GroupRef[])[] = []
    const known = new Map<readonly GroupRef[], number>()
    const pathOf = (path: readonly GroupRef[]) => {
      const place = known.get(path) ?? paths.push(path) - 1
      known.set(path, place)
      return place
    }
    const tell = (one: Given): Because => ({
      ...{ assignment: one.id, role: one.role, project: one.project, via: one.via ? 'group' : 'direct' },
      path: groupsShown && one.via ? pathOf(one.path) : null,
      place: groupsShown && one.place ? { since: one.place.since, by: personOf(people, one.place.by) } : null,
      ...{ by: personOf(people, one.by), since: one.since, expiresAt: one.expiresAt, reason: one.reason },
    })
    const live = given.filter((one) => !one.expired)
    const named = project && { id: project.id, name: project.name, archived: project.archivedAt !== null }
    return {
      member,
      because: live.map(tell),
      paths,
      scopes: scopesOf(live, named),
      expired: given.filter((one) => one.expired).map(tell),
      manageable: [...new Set(given.flatMap((one) => one.project?.id ?? []))].filter(
        (id) => !(decide(held, 'project.members.manage', id) instanceof Refusal),
      ),
      hidden: new Set(all.flatMap((one) => (maySee(one.project?.id ?? null) ? [] : (one.project?.id ?? []))))
        .size,
    }
  },
})

function personOf(people: ReadonlyMap<string, Person>, id: Given['by']): Person | null {
  return (id && people.get(id)) ?? null
}

function scopesOf(live: readonly Given[], only: ProjectRef | null): readonly EffectiveScope[] {
  const indexed = live.map((one, index) => ({ one, index }))
  const everywhere = indexed.filter(({ one }) => one.project === null)
  const byProject = Map.groupBy(
    indexed.filter(({ one }) => one.project !== null),
    ({ one }) => one.project?.id,
  )
  if (only) return [scopeOf(only, [...everywhere, ...(byProject.get(only.id) ?? [])])]
  const projects = [...byProject.values()].flatMap((there) => {
    const project = there[0]?.one.project
    return project ? [scopeOf(project, [...everywhere, ...there])] : []
  })
  projects.sort((a, b) => ((a.project?.name ?? '') < (b.project?.name ?? '') ? -1 : 1))
  return [scopeOf(null, everywhere), ...projects]
}

type Indexed = { readonly one: Pick<HeldAssignment, 'permissions'>; readonly index: number }

/** At a project counts what is held there, and of what is held at the organization all that is about projects. */
function scopeOf(project: ProjectRef | null, there: readonly Indexed[]): EffectiveScope {
  const reasons = new Map<Permission, number[]>()
  for (const { one, index } of there) {
    for (const permission of one.permissions) {
      if (project && !isProjectPermission(permission)) continue
      const known = reasons.get(permission)
      if (known) known.push(index)
      else reasons.set(permission, [index])
    }
  }
  return {
    project,
    permissions: [...reasons].map(([permission, because]) => ({ permission, because })),
  }
}
