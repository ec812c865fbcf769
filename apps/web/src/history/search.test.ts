import { expect, test } from 'vitest'
import { daysOf } from './compared-days.ts'
import { changesSearch } from './search.ts'

const NOON = Date.UTC(2026, 4, 4, 12)

test('the address carries two days, and what makes no sense counts as left out', () => {
  expect(changesSearch({ from: '2026-05-01', to: 'soon', member: 'x', project: 7 })).toEqual({
    from: '2026-05-01',
    to: undefined,
    member: undefined,
    project: undefined,
  })
})

test('without days the last thirty are compared, and days are never in the wrong order or to come', () => {
  expect(daysOf({}, NOON)).toEqual({ from: '2026-04-04', to: '2026-05-04' })
  expect(daysOf({ from: '2026-05-01', to: '2026-05-03' }, NOON)).toEqual({
    from: '2026-05-01',
    to: '2026-05-03',
  })
  expect(daysOf({ from: '2026-05-03', to: '2026-05-03' }, NOON)).toEqual({
    from: '2026-05-02',
    to: '2026-05-03',
  })
  expect(daysOf({ from: '2026-05-09', to: '2026-06-01' }, NOON)).toEqual({
    from: '2026-04-04',
    to: '2026-05-04',
  })
})
