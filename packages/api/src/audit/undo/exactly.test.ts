import type { GroupId, ProjectId, ProjectRoleKey } from '@roster/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { standingOf } from '../../platform/access.ts'
import { type House, house, type Part } from '../../testing/house.ts'
import { addGroup, addProject, giveInProject, projectRole, putInto } from '../../testing/places.ts'

const PEOPLE = ['admin', 'member', 'viewer', 'auditor'] as const satisfies readonly Part[]
const ROLES = ['admin', 'editor', 'viewer'] as const satisfies readonly ProjectRoleKey[]
const acme = { organization: 'acme' }

/** An organization with two projects, three groups one within the other, and people and roles anywhere in it. */
interface Place {
  readonly home: House
  readonly projects: readonly ProjectId[]
  readonly groups: readonly GroupId[]
}

/** Everything that everybody may do, by scope and by the way they have it; whose rows it is does not count. */
async function powers({ home }: Place): Promise<string> {
  const all: unknown[] = []
  for (const part of PEOPLE) {
    const actor = { kind: 'user' as const, id: home.people[part].id }
    const held = await standingOf(home.deps.reader, actor, 'acme', home.now()).then(
      (standing) => standing.held,
      () => [],
    )
    all.push([
      part,
      held.map(({ role, scope, via, expiresAt }) => `${role} ${scope} ${via} ${expiresAt}`).sort(),
    ])
  }
  return JSON.stringify(all)
}

/** Who they are today: after a removal was undone, a membership has another id. */
async function memberToday({ home }: Place, part: Part) {
  const row = await home.deps.reader
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', home.acme)
    .where('user_id', '=', home.people[part].id)
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  return row.id
}

type Act = (place: Place) => Promise<unknown>
const person = fc.constantFrom(...PEOPLE)
const index = (length: number) => fc.nat({ max: length - 1 })

const act = fc.oneof(
  person.map((part): [string, Act] => [
    `remove ${part}`,
    async (place) =>
      place.home.as('owner').members.remove({ ...acme, members: [await memberToday(place, part)] }),
  ]),
  fc
    .tuple(person, fc.constantFrom('admin', 'viewer', 'auditor', 'owner'))
    .map(([part, role]): [string, Act] => [
      `make ${part} ${role}`,
      async (place) =>
        place.home.as('owner').members.changeRoles({
          ...acme,
          members: [await memberToday(place, part)],
          role: place.home.roles[role],
        }),
    ]),
  fc.tuple(person, index(2), fc.option(fc.constantFrom(...ROLES))).map(([part, at, key]): [string, Act] => [
    `make ${part} ${key} in project ${at}`,
    async (place) =>
      place.home.as('owner').assignments.assign({
        ...acme,
        changes: [
          {
            subject: { member: await memberToday(place, part) },
            project: place.projects[at] ?? null,
            role: key && (await projectRole(place.home, place.home.acme, key)),
          },
        ],
      }),
  ]),
  fc
    .tuple(index(3), index(2), fc.option(fc.constantFrom(...ROLES)))
    .map(([group, at, key]): [string, Act] => [
      `make group ${group} ${key} in project ${at}`,
      async (place) =>
        place.home.as('owner').assignments.assign({
          ...acme,
          changes: [
            {
              subject: { group: place.groups[group] ?? 'grp_0' },
              project: place.projects[at] ?? null,
              role: key && (await projectRole(place.home, place.home.acme, key)),
            },
          ],
        }),
    ]),
  fc.tuple(person, index(3)).map(([part, group]): [string, Act] => [
    `put ${part} into group ${group}`,
    async (place) =>
      place.home.as('owner').groups.addMembers({
        ...acme,
        group: place.groups[group] ?? 'grp_0',
        members: [await memberToday(place, part)],
      }),
  ]),
  fc.tuple(person, index(3)).map(([part, group]): [string, Act] => [
    `take ${part} out of group ${group}`,
    async (place) =>
      place.home.as('owner').groups.removeMembers({
        ...acme,
        group: place.groups[group] ?? 'grp_0',
        members: [await memberToday(place, part)],
      }),
  ]),
  index(3).map((group): [string, Act] => [
    `delete group ${group}`,
    (place) =>
      place.home.as('owner').groups.delete({
        ...acme,
        group: place.groups[group] ?? 'grp_0',
        confirm: ['All', 'Some', 'Few'][group] ?? '',
      }),
  ]),
)

const setUp = fc.record({
  inProjects: fc.array(fc.tuple(person, index(2), fc.constantFrom(...ROLES)), { maxLength: 5 }),
  ofGroups: fc.array(fc.tuple(index(3), index(2), fc.constantFrom(...ROLES)), { maxLength: 4 }),
  inGroups: fc.array(fc.tuple(person, index(3)), { maxLength: 6 }),
})

async function furnish(home: House, asked: typeof setUp extends fc.Arbitrary<infer Asked> ? Asked : never) {
  const projects = [await addProject(home, 'Apollo'), await addProject(home, 'Gemini')]
  const groups = [await addGroup(home, 'All'), await addGroup(home, 'Some'), await addGroup(home, 'Few')]
  const [all, some, few] = groups
  if (all && some && few) {
    await putInto(home, all, { child: some })
    await putInto(home, some, { child: few })
  }
  const once = <T extends readonly unknown[]>(list: readonly T[]) => [
    ...new Map(list.map((one) => [`${one[0]} ${one[1]}`, one])).values(),
  ]
  for (const [part, at, key] of once(asked.inProjects))
    await giveInProject(home, projects[at] ?? 'prj_0', part, key)
  for (const [group, at, key] of once(asked.ofGroups))
    await giveInProject(home, projects[at] ?? 'prj_0', { group: groups[group] ?? 'grp_0' }, key)
  for (const [part, group] of once(asked.inGroups)) await putInto(home, groups[group] ?? 'grp_0', part)
  return { home, projects, groups }
}

test('undoing what was done, the latest first, restores exactly what everybody may do', async () => {
  await fc.assert(
    fc.asyncProperty(setUp, fc.array(act, { minLength: 1, maxLength: 4 }), async (asked, acts) => {
      const home = await house()
      try {
        const place = await furnish(home, asked)
        const states: string[] = []
        const entries: number[][] = []
        for (const [, does] of acts) {
          const before = await powers(place)
          const last = await lastEntry(home)
          await does(place).catch(() => undefined) // refused: somebody is gone by now
          const left = await entriesAfter(home, last)
          if (left.length === 0) continue
          states.push(before)
          entries.push(left)
        }
        while (entries.length > 0) {
          const outcomes = await home.as('owner').audit.undo({ ...acme, entries: entries.pop() ?? [] })
          expect(outcomes).toEqual(outcomes.map((one) => ({ ...one, ok: true })))
          expect(await powers(place)).toBe(states.pop())
        }
      } finally {
        await home.close()
      }
    }),
    { numRuns: 40 },
  )
})

async function lastEntry({ deps, acme }: House): Promise<number> {
  const row = await deps.reader
    .selectFrom('audit_entry')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .where('chain', '=', acme)
    .executeTakeFirst()
  return row?.last ?? 0
}

async function entriesAfter({ deps, acme }: House, last: number): Promise<number[]> {
  const rows = await deps.reader
    .selectFrom('audit_entry')
    .select('sequence')
    .where('chain', '=', acme)
    .where('sequence', '>', last)
    .orderBy('sequence', 'desc')
    .execute()
  return rows.map((row) => row.sequence)
}
