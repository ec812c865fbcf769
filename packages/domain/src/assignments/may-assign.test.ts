import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ProjectId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { BUILT_IN_ROLES, PROJECT_ROLE_KEYS } from '../roles/built-in.ts'
import { decide, type HeldAssignment } from '../roles/decide.ts'
import type { Permission } from '../roles/permissions.ts'
import { type AssignableRole, type Assigning, mayAssign } from './may-assign.ts'

const NOW = 1_000_000
const APOLLO: ProjectId = 'prj_apollo'
const { organization, project } = BUILT_IN_ROLES

const holding = (
  role: AssignableRole,
  { scope = 'organization', ...terms }: Partial<HeldAssignment> = {},
): HeldAssignment => ({
  id: 'asg_mine',
  role: 'rol_mine',
  permissions: role.permissions,
  scope,
  since: 0,
  expiresAt: null,
  via: null,
  by: null,
  ...terms,
})
const inApollo = (role: AssignableRole, terms: Partial<HeldAssignment> = {}) =>
  holding(role, { scope: APOLLO, ...terms })

const asking = (changes: Partial<Assigning>): Assigning => ({
  held: [holding(organization.admin)],
  subject: 'member',
  isMember: true,
  own: false,
  project: { id: APOLLO, archivedAt: null },
  from: null,
  to: project.editor,
  expiresAt: null,
  reason: null,
  policies: { requireReason: false },
  now: NOW,
  ...changes,
})
const code = (changes: Partial<Assigning>) => {
  const answer = mayAssign(asking(changes))
  return answer instanceof Refusal ? answer.code : answer.id
}

test('C3 who manages the people of a project gives roles in it, by the right that allows it', () => {
  expect(code({})).toBe('asg_mine')
  expect(code({ held: [holding(organization.member)] })).toBe('not-permitted')
  expect(code({ held: [holding(organization.member), inApollo(project.admin, { id: 'asg_apollo' })] })).toBe(
    'asg_apollo',
  )
  expect(code({ held: [inApollo(project.admin, { scope: 'prj_other' })] })).toBe('not-permitted')
})

test('C4 a project role goes to people of the organization only', () => {
  expect(code({ isMember: false })).toBe('must-be-member')
  expect(code({ isMember: false, from: project.viewer, to: null })).toBe('asg_mine')
})

test('a role is given at its own level', () => {
  expect(code({ to: organization.viewer })).toBe('role-level-mismatch')
  expect(code({ project: null, to: project.viewer })).toBe('role-level-mismatch')
})

test('nothing changes in an archived project', () => {
  expect(code({ project: { id: APOLLO, archivedAt: 1 } })).toBe('project-archived')
})

test('owner never comes through a group', () => {
  const held = [holding(organization.owner)]
  expect(code({ held, subject: 'group', to: project.owner })).toBe('owner-through-group')
  expect(code({ held, subject: 'group', project: null, to: organization.owner })).toBe('owner-through-group')
  expect(code({ held, subject: 'member', to: project.owner })).toBe('asg_mine')
})

test('an end is still to come, and a role at the organization has none', () => {
  expect(code({ expiresAt: NOW })).toBe('expiry-in-the-past')
  expect(code({ expiresAt: NOW + 1 })).toBe('asg_mine')
  expect(code({ project: null, to: organization.viewer, expiresAt: NOW + 1 })).toBe('invalid-input')
  expect(code({ project: null, from: organization.viewer, to: null })).toBe('invalid-input')
})

test('where the organization asks for a reason, there is one', () => {
  const asks = { policies: { requireReason: true }, to: project.admin }
  expect(code(asks)).toBe('reason-required')
  expect(code({ ...asks, reason: '  ' })).toBe('reason-required')
  expect(code({ ...asks, reason: 'on call' })).toBe('asg_mine')
  expect(code({ ...asks, to: project.editor })).toBe('asg_mine')
})

test('D29 nobody gives or takes away what they do not hold there', () => {
  expect(code({ to: project.owner })).toBe('beyond-your-own')
  expect(code({ from: project.owner, to: project.viewer })).toBe('beyond-your-own')
  expect(code({ from: project.owner, to: null })).toBe('beyond-your-own')
})

test('D29 nobody makes lasting for themself what they hold through a group or for a time only', () => {
  const through = [holding(organization.member), inApollo(project.admin, { via: 'grp_1' })]
  expect(code({ held: through, to: project.admin })).toBe('asg_mine')
  expect(code({ held: through, own: true, to: project.admin })).toBe('beyond-your-own')

  const untilThen = [inApollo(project.admin, { expiresAt: NOW + 10 })]
  expect(code({ held: untilThen, own: true, to: project.admin })).toBe('beyond-your-own')
  expect(code({ held: untilThen, own: true, to: project.admin, expiresAt: NOW + 11 })).toBe('beyond-your-own')
  expect(code({ held: untilThen, own: true, to: project.viewer, expiresAt: NOW + 10 })).toBe('asg_mine')
})

const role = fc.constantFrom(...PROJECT_ROLE_KEYS).map((key): AssignableRole => project[key])

test('D29 whoever may assign can do everything that the role given and the role taken away allow', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ role, here: fc.boolean() }), { minLength: 1, maxLength: 4 }),
      fc.option(role),
      fc.option(role),
      (mine, from, to) => {
        const held = mine.map((one) => inApollo(one.role, one.here ? {} : { scope: 'prj_other' }))
        if (mayAssign(asking({ held, from, to })) instanceof Refusal) return
        const touched: Permission[] = [...(from?.permissions ?? []), ...(to?.permissions ?? [])]
        for (const permission of touched) {
          expect(decide(held, permission, APOLLO)).not.toBeInstanceOf(Refusal)
        }
      },
    ),
  )
})
