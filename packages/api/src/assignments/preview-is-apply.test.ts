import {
  effectivePermissions,
  type GroupId,
  isProjectPermission,
  type MemberId,
  type ProjectId,
  type RoleId,
} from '@roster/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { acme, idOf } from '../members/testing.ts'
import { assignmentsOf, organizationOf } from '../platform/access.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, projectRole, putInto } from '../testing/places.ts'
import type { AssignmentChange } from './input.ts'

const PEOPLE = ['owner', 'admin', 'member', 'viewer'] as const
const DAY = 24 * 60 * 60 * 1_000

interface World {
  readonly home: House
  readonly projects: readonly ProjectId[]
  readonly groups: readonly GroupId[]
  readonly roles: readonly (RoleId | null)[]
}

/** Three projects, groups in one another, and everybody in something. */
async function world(): Promise<World> {
  const home = await house()
  const projects = [
    await addProject(home, 'Apollo'),
    await addProject(home, 'Gemini'),
    await addProject(home, 'Mercury'),
  ]
  const [outer, inner] = [await addGroup(home, 'Outer'), await addGroup(home, 'Inner')]
  await putInto(home, outer, { child: inner })
  await putInto(home, inner, 'member')
  await putInto(home, outer, 'viewer')
  const [apollo, gemini, mercury] = projects
  if (apollo) await giveInProject(home, apollo, 'member', 'admin')
  if (gemini) await giveInProject(home, gemini, { group: outer }, 'admin')
  if (mercury) await giveInProject(home, mercury, 'member', 'owner', home.now() + 10 * DAY)
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('project')
      .set({ archived_at: home.now() })
      .where('id', '=', mercury ?? apollo ?? 'prj_')
      .execute(),
  )
  const keys = ['viewer', 'editor', 'admin', 'owner'] as const
  const given = await Promise.all(keys.map((key) => projectRole(home, home.acme, key)))
  return {
    home,
    projects,
    groups: [outer, inner],
    roles: [...given, home.roles.admin, home.roles.viewer, home.roles.owner, home.roles.auditor, null],
  }
}

const step = fc.record({
  who: fc.nat({ max: 5 }),
  where: fc.nat({ max: 3 }),
  role: fc.nat({ max: 8 }),
  days: fc.option(fc.integer({ min: -2, max: 20 }), { nil: undefined }),
})

test('D28 whatever is asked for, by whomever: the preview is what applying then does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...PEOPLE),
      // Long ones go over several transactions, each of which begins with what the caller holds by then.
      fc.oneof(
        { weight: 6, arbitrary: fc.array(step, { minLength: 1, maxLength: 12 }) },
        { weight: 1, arbitrary: fc.array(step, { minLength: 110, maxLength: 230 }) },
      ),
      fc.integer({ min: 0, max: 15 }),
      async (caller, steps, later) => {
        const { home, projects, groups, roles } = await world()
        try {
          home.advance(later * DAY)
          const changes = steps.map((one): AssignmentChange => {
            const part = PEOPLE[one.who]
            const group = groups[one.who - PEOPLE.length] ?? 'grp_'
            return {
              subject: part ? { member: idOf(home, part) } : { group },
              project: projects[one.where] ?? null,
              role: roles[one.role] ?? null,
              expiresAt: one.days === undefined ? undefined : home.now() + one.days * DAY,
            }
          })
          await sameAsPreviewed(home, caller, changes)
        } finally {
          await home.close()
        }
      },
    ),
    { numRuns: 60, endOnFailure: true },
  )
}, 120_000)

async function sameAsPreviewed(home: House, caller: Part, changes: readonly AssignmentChange[]) {
  const asked = { ...acme, changes: [...changes] }
  const before = await everything(home, changes)
  const preview = await home.as(caller).assignments.preview(asked)
  const planned = preview
    .flatMap((subject) => subject.changes.map((change) => ({ ...change, subject: subject.id })))
    .sort((a, b) => a.index - b.index)
  const outcomes = await home.as(caller).assignments.assign(asked)
  const after = await everything(home, changes)

  expect(
    outcomes.map((one) => (one.ok ? (one.result.changed ? 'changed' : 'unchanged') : one.refusal.code)),
  ).toEqual(planned.map((one) => one.refusal?.code ?? (one.unchanged ? 'unchanged' : 'changed')))

  for (const [index, { subject, project = null }] of changes.entries()) {
    if (!('member' in subject)) continue
    const key = `${subject.member} ${project}`
    const [had, has] = [before.get(key) ?? [], after.get(key) ?? []]
    const said = planned[index]
    // A project that was never the caller's to see is named by nobody.
    if (!said || (project && !said.project)) continue
    expect([key, [...said.gains].sort()]).toEqual([key, has.filter((one) => !had.includes(one)).sort()])
    expect([key, [...said.losses].sort()]).toEqual([key, had.filter((one) => !has.includes(one)).sort()])
    expect([key, said.keeps]).toEqual([key, had.filter((one) => has.includes(one)).length])
  }
}

/** What each member among the subjects may do at each place, by what authorization itself reads. */
async function everything(home: House, changes: readonly AssignmentChange[]) {
  const found = new Map<string, readonly string[]>()
  for (const { subject, project = null } of changes) {
    if (!('member' in subject)) continue
    found.set(`${subject.member} ${project}`, await held(home, subject.member, project))
  }
  return found
}

async function held(home: House, member: MemberId, project: ProjectId | null): Promise<readonly string[]> {
  const row = await home.deps.reader
    .selectFrom('organization')
    .select(['id', 'number', 'slug', 'name', 'policies'])
    .where('id', '=', home.acme)
    .executeTakeFirstOrThrow()
  const all = await assignmentsOf(home.deps.reader, organizationOf(row), member, home.now())
  if (project) return [...effectivePermissions(all, project).keys()].filter(isProjectPermission)
  const there = all.filter((one) => one.scope === 'organization')
  return [...new Set(there.flatMap((one) => [...one.permissions]))]
}
