// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { useTicked } from './ticked.ts'

afterEach(cleanup)

type Person = { id: string; name: string }
const person = (name: string): Person => ({ id: `mem_${name}`, name })

const first = [person('ada'), person('grace')]
const second = [person('alan'), person('edsger')]

function ticking() {
  const hook = renderHook(({ filter }) => useTicked<Person>(filter, ({ id }) => id), {
    initialProps: { filter: 'all' },
  })
  return {
    tick: (ids: readonly string[], shown: readonly Person[]) =>
      act(() => hook.result.current.tick(new Set(ids), shown)),
    untick: (ids: readonly string[]) => act(() => hook.result.current.untick(new Set(ids))),
    names: () => [...hook.result.current.rows.values()].map(({ name }) => name),
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
