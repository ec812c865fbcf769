import {
  ALL_PERMISSIONS,
  builtInRoles,
  type GroupId,
  isProjectPermission,
  type MemberId,
  OWNERS_ONLY,
  type Permission,
  type ProjectId,
} from '@roster/domain'
import fc from 'fast-check'
import { authenticateKey } from '../keys/authenticate.ts'
import type { Call } from '../platform/call.ts'
import { give, giveRole, newRole } from '../roles/testing.ts'
import type { House, Part } from '../testing/house.ts'
import { addGroup, addProject, memberOf, projectRole, putInto } from '../testing/places.ts'
import { answerRest, type RestAnswer } from '../transport/rest/answer.ts'
import { checkRoutes } from './rest.ts'

/** For tests: what a program is answered at one of the routes. */
export async function askByRest(
  home: House,
  secret: string,
  path: string,
  body: unknown,
  idempotencyKey?: string,
): Promise<RestAnswer> {
  const route = checkRoutes.find((one) => one.path === path)
  if (!route) throw new Error(`no route ${path}`)
  const call = await callWith(home, secret)
  return answerRest(
    call,
    route,
    { params: {}, query: {}, body, target: `/api/v1${path}`, idempotencyKey },
    (error) => {
      throw error
    },
  )
}

/** For tests: a call with a key. */
export async function callWith(home: House, secret: string) {
  const actor = await authenticateKey(home.deps, secret, home.now())
  if (!actor) throw new Error('this key opens nothing')
  return { ...home.deps, actor, now: home.now(), session: null, address: '', userAgent: '' } satisfies Call
}

export const PEOPLE = ['owner', 'admin', 'member', 'viewer', 'auditor'] as const satisfies readonly Part[]
const HOUR = 3_600_000

/** What somebody or a group is given: by number of group, role and project; -1 is none, or the organization. */
const given = (subjects: number) =>
  fc.record({
    subject: fc.nat(subjects - 1),
    role: fc.nat(3),
    project: fc.integer({ min: -1, max: 3 }),
    ends: fc.constantFrom(null, -HOUR, HOUR),
  })
const permissions = (of: readonly Permission[]) =>
  fc.uniqueArray(fc.constantFrom(...of), { minLength: 1, maxLength: 6 })
const CUSTOM = ALL_PERMISSIONS.filter((one) => !OWNERS_ONLY.has(one))

/** Any organization: nested groups, projects of every kind, roles of its own, and what ended by itself. */
export const anyWorld = fc.record({
  ownersOnly: fc.boolean(),
  roles: fc.tuple(permissions(CUSTOM), permissions(CUSTOM)),
  projectRoles: fc.tuple(
    permissions(CUSTOM.filter(isProjectPermission)),
    permissions(CUSTOM.filter(isProjectPermission)),
  ),
  projects: fc.array(
    fc.record({
      visibility: fc.constantFrom('private' as const, 'organization' as const),
      state: fc.constantFrom('live', 'archived', 'ended'),
    }),
    { minLength: 4, maxLength: 4 },
  ),
  nested: fc.uniqueArray(
    fc.tuple(fc.nat(3), fc.nat(3)).filter(([parent, child]) => parent < child),
    {
      selector: String,
    },
  ),
  places: fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(PEOPLE.length - 1)), { selector: String }),
  toPeople: fc.uniqueArray(given(PEOPLE.length), { selector: (one) => `${one.subject} ${one.project}` }),
  toGroups: fc.uniqueArray(given(4), { selector: (one) => `${one.subject} ${one.project}` }),
  member: fc.nat(1),
})
export type AnyWorld = typeof anyWorld extends fc.Arbitrary<infer World> ? World : never

export interface World {
  readonly members: readonly MemberId[]
  readonly projects: readonly ProjectId[]
  /** What the plan says that somebody may do, worked out without asking the database. */
  may(person: number, permission: Permission, project: number | null): boolean
}

/** Furnishes acme as planned. */
export async function furnish(home: House, plan: AnyWorld): Promise<World> {
  const { writer } = home.deps
  const roles = [
    await newRole(home, 'First', plan.roles[0]),
    await newRole(home, 'Second', plan.roles[1]),
    await newRole(home, 'Third', plan.projectRoles[0], 'project'),
    await newRole(home, 'Fourth', plan.projectRoles[1], 'project'),
  ] as const
  const viewer = await projectRole(home, home.acme, 'viewer')
  const editor = await projectRole(home, home.acme, 'editor')
  const projects: ProjectId[] = []
  for (const [place, { visibility }] of plan.projects.entries())
    projects.push(await addProject(home, `Project ${place}`, { visibility }))
  const groups: GroupId[] = []
  for (let place = 0; place < 4; place += 1) groups.push(await addGroup(home, `Group ${place}`))
  const at = <T>(list: readonly T[], place: number): T => {
    const one = list[place]
    if (one === undefined) throw new Error(`nothing at ${place}`)
    return one
  }
  for (const [parent, child] of plan.nested)
    await putInto(home, at(groups, parent), { child: at(groups, child) })
  for (const [group, person] of plan.places) await putInto(home, at(groups, group), at(PEOPLE, person))
  await giveRole(home, 'member', at(roles, plan.member))
  const byLevel = (role: number, project: number) =>
    project < 0 ? at(roles, role % 2) : at([viewer, editor, roles[2], roles[3]], role)
  const ends = (end: number | null) => (end === null ? null : home.now() + end)
  for (const { subject, role, project, ends: end } of plan.toPeople.filter((one) => one.project >= 0))
    await give(
      home,
      { member: memberOf(home, at(PEOPLE, subject)) },
      byLevel(role, project),
      at(projects, project),
      ends(end),
    )
  for (const { subject, role, project, ends: end } of plan.toGroups)
    await give(
      home,
      { group: at(groups, subject) },
      byLevel(role, project),
      projects[project] ?? null,
      ends(end),
    )
  for (const [place, { state }] of plan.projects.entries()) {
    const change = state === 'archived' ? { archived_at: home.now() } : { until: home.now() }
    if (state !== 'live')
      await writer.run((tx) =>
        tx.updateTable('project').set(change).where('id', '=', at(projects, place)).execute(),
      )
  }
  if (plan.ownersOnly)
    await home.as('owner').organizations.update({ organization: 'acme', policies: { managedBy: 'owners' } })
  return { projects, members: PEOPLE.map((part) => memberOf(home, part)), may: oracle(plan) }
}

/** The rule in the simplest words there are for it. */
function oracle(plan: AnyWorld): World['may'] {
  const builtIn = (level: 'organization' | 'project', key: string) =>
    builtInRoles(level).find((role) => role.key === key)?.permissions ?? new Set<Permission>()
  const custom: readonly ReadonlySet<Permission>[] = [...plan.roles, ...plan.projectRoles].map(
    (all) => new Set(all),
  )
  const own: readonly ReadonlySet<Permission>[] = [
    builtIn('organization', 'owner'),
    builtIn('organization', 'admin'),
    custom[plan.member] ?? new Set(),
    builtIn('organization', 'viewer'),
    new Set<Permission>(['organization.read', 'audit.read', 'invitations.read']),
  ]
  const inProject = [builtIn('project', 'viewer'), builtIn('project', 'editor'), custom[2], custom[3]]
  const isIn = (person: number, group: number): boolean =>
    plan.places.some(([where, who]) => where === group && who === person) ||
    plan.nested.some(([parent, child]) => parent === group && isIn(person, child))
  const narrowed = (all: ReadonlySet<Permission> | undefined, owner: boolean, permission: Permission) =>
    all?.has(permission) === true &&
    (owner || !plan.ownersOnly || !/^(members|invitations)\./.test(permission))
  return (person, permission, project) => {
    if (project !== null && plan.projects[project]?.state === 'ended') return false
    if (narrowed(own[person], person === 0, permission)) return true
    const gifts = [
      ...plan.toPeople.filter((one) => one.project >= 0 && one.subject === person),
      ...plan.toGroups.filter((one) => isIn(person, one.subject)),
    ]
    return gifts.some(({ role, project: where, ends }) => {
      if (ends !== null && ends <= 0) return false
      if (where < 0) return narrowed(custom[role % 2], false, permission)
      return where === project && isProjectPermission(permission) && inProject[role]?.has(permission) === true
    })
  }
}
