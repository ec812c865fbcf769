import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { GroupId, ProjectId, RoleId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { changeOfPlaces, checkPlaces, leftOut, MOST_PLACES, type ProjectTerm } from './terms.ts'

const project = (n: number): ProjectId => `prj_${n}`
const group = (n: number): GroupId => `grp_${n}`
const role = (n: number): RoleId => `rol_${n}`
const term = (n: number, r = 0, expiresAt: number | null = null): ProjectTerm => ({
  project: project(n),
  role: role(r),
  expiresAt,
})
const code = (answer: true | Refusal) => (answer instanceof Refusal ? answer.code : answer)

test('D24 an invitation carries each project and group once, not too many, with ends still to come', () => {
  expect(checkPlaces({ projects: [], groups: [] }, 10)).toBe(true)
  expect(checkPlaces({ projects: [term(1, 0, 11), term(2)], groups: [group(1)] }, 10)).toBe(true)
  expect(code(checkPlaces({ projects: [term(1), term(1, 1)], groups: [] }, 10))).toBe('invalid-input')
  expect(code(checkPlaces({ projects: [], groups: [group(1), group(1)] }, 10))).toBe('invalid-input')
  expect(code(checkPlaces({ projects: [term(1, 0, 10)], groups: [] }, 10))).toBe('expiry-in-the-past')
  const many = Array.from({ length: MOST_PLACES + 1 }, (_, n) => n)
  expect(code(checkPlaces({ projects: many.map((n) => term(n)), groups: [] }, 10))).toBe('too-large')
  expect(code(checkPlaces({ projects: [], groups: many.map(group) }, 10))).toBe('too-large')
})

test('I11 A09 what cannot be given any more is left out, with the reason', () => {
  const whole = { archived: false, ended: false, expiresAt: null, backed: true }
  expect(leftOut(whole, 10)).toBeNull()
  expect(leftOut({ ...whole, expiresAt: 11 }, 10)).toBeNull()
  expect(leftOut({ ...whole, expiresAt: 10 }, 10)).toBe('expired')
  expect(leftOut({ ...whole, archived: true }, 10)).toBe('archived')
  expect(leftOut({ ...whole, ended: true, archived: true }, 10)).toBe('ended')
  expect(leftOut({ ...whole, backed: false }, 10)).toBe('withdrawn')
})

test('D22 changing what an invitation carries ends and begins exactly the difference', () => {
  const projects = fc.uniqueArray(
    fc.record({
      project: fc.nat(4).map(project),
      role: fc.nat(2).map(role),
      expiresAt: fc.option(fc.nat(2)),
    }),
    { selector: (one) => one.project },
  )
  const places = fc.record({ projects, groups: fc.uniqueArray(fc.nat(4).map(group)) })
  fc.assert(
    fc.property(places, places, (before, wanted) => {
      const present = { projects: before.projects, groups: before.groups.map((one) => ({ group: one })) }
      const { begin, end } = changeOfPlaces(present, wanted)
      const after = [...before.projects.filter((one) => !end.projects.includes(one)), ...begin.projects]
      const sorted = (list: readonly ProjectTerm[]) => list.map((one) => JSON.stringify(one)).sort()
      expect(sorted(after)).toEqual(sorted(wanted.projects))
      const ended = end.groups.map((one) => one.group)
      const groups = [...before.groups.filter((one) => !ended.includes(one)), ...begin.groups]
      expect([...groups].sort()).toEqual([...wanted.groups].sort())
      for (const one of begin.projects) expect(before.projects).not.toContainEqual(one)
    }),
  )
})
