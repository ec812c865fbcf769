import { expect, test } from 'vitest'
import { sameEffects } from './effects.ts'
import type { RoleChange } from './types.ts'

type Person = RoleChange['affected'][number]
const apollo = { id: 'prj_a', name: 'Apollo', archived: false } as const
const gemini = { id: 'prj_b', name: 'Gemini', archived: false } as const

const person = (name: string, effects: Person['effects']): Person =>
  ({
    user: `usr_${name}`,
    member: `mem_${name}`,
    name,
    username: null,
    email: null,
    verified: true,
    avatar: null,
    effects,
  }) satisfies Person

test('C10 people for whom the same changes are told of once, with where', () => {
  const same = { gains: ['project.update'], losses: [] } satisfies Omit<Person['effects'][number], 'project'>
  const other = { gains: [], losses: ['project.read'] } satisfies Omit<Person['effects'][number], 'project'>
  const ada = person('ada', [
    { ...same, project: apollo },
    { ...same, project: gemini },
    { ...other, project: null },
  ])
  const bob = person('bob', [{ ...same, project: apollo }])
  expect(sameEffects([ada, bob])).toEqual([
    {
      ...same,
      people: [
        { person: ada, where: ['Apollo', 'Gemini'] },
        { person: bob, where: ['Apollo'] },
      ],
    },
    { ...other, people: [{ person: ada, where: [null] }] },
  ])
})
