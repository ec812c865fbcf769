// @vitest-environment happy-dom
import type { MemberId } from '@roster/domain'
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useTicked } from './selection.ts'
import type { Member } from './types.ts'

afterEach(cleanup)

function person(name: string): Member {
  const member: MemberId = `mem_${name}`
  return {
    member,
    user: `usr_${name}`,
    name,
    ownName: name,
    displayName: null,
    username: null,
    email: null,
    verified: false,
    title: null,
    role: { id: 'rol_member', key: 'member', name: 'Member' },
    protected: false,
    joinedAt: 0,
    lastActiveAt: null,
    you: false,
    source: 'invitation',
  }
}

const first = [person('ada'), person('grace')]
const second = [person('alan'), person('edsger')]

function ticking() {
  const hook = renderHook(({ filter }) => useTicked(filter), { initialProps: { filter: 'all' } })
  return {
    tick: (ids: readonly string[], shown: readonly Member[]) =>
      act(() => hook.result.current.tick(new Set(ids), shown)),
    untick: (ids: readonly string[]) => act(() => hook.result.current.untick(new Set(ids))),
    names: () => [...hook.result.current.members.values()].map(({ name }) => name),
    filter: (filter: string) => hook.rerender({ filter }),
  }
}

test('D10 who is ticked on one page stays so on the next', () => {
  const { tick, names } = ticking()
  tick(['mem_ada'], first)
  tick(['mem_ada', 'mem_alan'], second)
  expect(names()).toEqual(['ada', 'alan'])
})

test('another filter begins with nobody', () => {
  const { tick, names, filter } = ticking()
  tick(['mem_ada'], first)
  filter('viewers')
  expect(names()).toEqual([])
})

test('those who are done are ticked no longer, the others are', () => {
  const { tick, untick, names } = ticking()
  tick(['mem_ada', 'mem_grace'], first)
  untick(['mem_ada'])
  expect(names()).toEqual(['grace'])
})
