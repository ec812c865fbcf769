import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GroupId, Instant, ProjectId } from '../ids.ts'
import type { HeldAssignment } from '../roles/decide.ts'
import type { Permission } from '../roles/permissions.ts'
import { expand, type GroupEdge, mayNest } from './cycle.ts'
import { mayChangeMembers, mayGiveAll, mayGiveOneself } from './membership.ts'

type Held = Pick<HeldAssignment, 'permissions' | 'scope' | 'via' | 'expiresAt'>

const holding = (...permissions: Permission[]): Held => ({
  permissions: new Set(permissions),
  scope: 'organization',
  via: null,
  expiresAt: null,
})
const at = (project: ProjectId, ...permissions: Permission[]) => ({
  project,
  permissions,
  expiresAt: null,
})

test('I10 managers of a group and those who manage groups decide who is in it', () => {
  expect(mayChangeMembers([holding('groups.read')], { isManager: true })).toBe(true)
  expect(mayChangeMembers([holding('groups.manage')], { isManager: false })).toBe(true)
  expect(mayChangeMembers([holding('groups.read')], { isManager: false })).toMatchObject({
    code: 'not-permitted',
    facts: { permission: 'groups.manage' },
  })
})

test('A13 nobody is put into a group that gives more than the giver holds there', () => {
  const editor: Held = { ...holding('project.read', 'project.content.edit'), scope: 'prj_1' }
  expect(mayGiveAll([editor], [at('prj_1', 'project.content.edit')])).toBe(true)
  expect(mayGiveAll([editor], [at('prj_2', 'project.read')])).toMatchObject({ code: 'beyond-your-own' })
  expect(
    mayGiveAll([editor], [at('prj_1', 'project.read'), at('prj_1', 'project.members.manage')]),
  ).toMatchObject({ code: 'beyond-your-own', facts: { permission: 'project.members.manage' } })
  expect(mayGiveAll([], [])).toBe(true)
})

test('A13 what somebody holds for a time or through a group they cannot make lasting for themself', () => {
  const until = (expiresAt: Instant): Held => ({ ...holding('project.read'), expiresAt })
  const through: Held = { ...holding('project.read'), via: 'grp_1' }
  const forGood = at('prj_1', 'project.read')
  expect(mayGiveOneself([holding('project.read')], [forGood])).toBe(true)
  expect(mayGiveOneself([through], [forGood])).toMatchObject({ code: 'beyond-your-own' })
  expect(mayGiveOneself([until(2_000)], [forGood])).toMatchObject({ code: 'beyond-your-own' })
  expect(mayGiveOneself([until(2_000)], [{ ...forGood, expiresAt: 2_000 }])).toBe(true)
  expect(mayGiveOneself([until(2_000)], [{ ...forGood, expiresAt: 2_001 }])).toMatchObject({
    code: 'beyond-your-own',
  })
})

test('A13 no sequence of accepted group changes gives anybody a permission the actor did not hold', () => {
  const PEOPLE = 4
  const GROUPS: readonly GroupId[] = ['grp_1', 'grp_2', 'grp_3', 'grp_4']
  const PERMISSIONS = ['project.read', 'project.update', 'project.members.manage'] as const
  const group = fc.constantFrom(...GROUPS)
  const person = fc.nat({ max: PEOPLE - 1 })
  const change = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), actor: person, who: person, group }),
    fc.record({ kind: fc.constant('nest' as const), actor: person, child: group, group }),
  )
  fc.assert(
    fc.property(
      fc.array(fc.subarray([...PERMISSIONS]), { minLength: PEOPLE, maxLength: PEOPLE }),
      fc.array(fc.subarray([...PERMISSIONS]), { minLength: GROUPS.length, maxLength: GROUPS.length }),
      fc.array(change, { maxLength: 30 }),
      (own, gives, changes) => {
        const places = own.map(() => new Set<GroupId>())
        const edges: GroupEdge[] = []
        const givenBy = (start: GroupId) =>
          [...expand([start], edges)].map((one) => at('prj_1', ...(gives[GROUPS.indexOf(one)] ?? [])))
        const heldBy = (who: number): Held[] => [
          holding(...(own[who] ?? [])),
          ...[...expand(places[who] ?? [], edges)].map((via) => ({
            ...holding(...(gives[GROUPS.indexOf(via)] ?? [])),
            scope: 'prj_1' as const,
            via,
          })),
        ]
        const permissions = (who: number) => new Set(heldBy(who).flatMap((held) => [...held.permissions]))
        for (const one of changes) {
          const before = own.map((_, who) => permissions(who))
          const held = heldBy(one.actor)
          if (mayGiveAll(held, givenBy(one.group)) !== true) continue
          if (one.kind === 'add') places[one.who]?.add(one.group)
          else if (mayNest(edges, one.group, one.child) === true)
            edges.push({ parent: one.group, child: one.child })
          for (const [who, had] of before.entries()) {
            for (const permission of permissions(who)) {
              expect(had.has(permission) || before[one.actor]?.has(permission)).toBe(true)
            }
          }
        }
      },
    ),
  )
})
