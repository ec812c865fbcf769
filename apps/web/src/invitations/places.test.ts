import { expect, test } from 'vitest'
import { dayStart } from '../ui/days.ts'
import { NOWHERE, type PickedProject, pickedFrom, placesInput, placesWords, whyNotPlaces } from './places.ts'

const apollo: PickedProject = { id: 'prj_1', name: 'Apollo', role: 'rol_1', until: '' }
const label = { one: 'project', many: 'projects' }

test('D24 a role in a project ends with its last day, and comes back as the same day', () => {
  const input = placesInput({
    ...NOWHERE,
    projects: [apollo, { ...apollo, id: 'prj_2', until: '2026-05-31' }],
  })
  expect(input.projects.map((one) => one.expiresAt)).toEqual([null, dayStart('2026-06-01')])
  const places = {
    projects: input.projects.map(({ project, expiresAt }) => ({
      project: { id: project, name: 'Apollo', archived: false },
      role: { id: apollo.role, key: null, name: 'Editor' },
      expiresAt,
    })),
    groups: [],
    hidden: 0,
  }
  const picked = pickedFrom({ places, defaultProjects: true })
  expect(picked.projects.map(({ until }) => until)).toEqual(['', '2026-05-31'])
  expect(placesInput(picked)).toEqual({ ...input, defaultProjects: true })
})

test('D24 what is folded away is said in words', () => {
  expect(placesWords(NOWHERE, label)).toBe('None')
  expect(placesWords({ projects: [1], groups: [], defaultProjects: false }, label)).toBe('1 project')
  expect(placesWords({ projects: [1, 2], groups: [1], defaultProjects: true }, label)).toBe(
    '2 projects, 1 group and the default projects',
  )
})

test('a role that has ended already is not offered', () => {
  const picked = { ...NOWHERE, projects: [{ ...apollo, until: '2026-05-04' }] }
  expect(whyNotPlaces(picked, '2026-05-04')).toBeUndefined()
  expect(whyNotPlaces(picked, '2026-05-05')).toContain('Apollo')
})
