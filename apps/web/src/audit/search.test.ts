import { describe, expect, test } from 'vitest'
import { auditSearch, listInput } from './search.ts'

const PERSON = 'usr_01m4twg879502qfzktnevg8zt8'

describe('D30 the state of the audit list in its address', () => {
  test('defaults are left out', () => {
    expect(auditSearch({ page: 1, size: 25 })).toEqual({})
  })

  test('what makes no sense counts as left out', () => {
    const nonsense = {
      person: 'mem_01m4twg879502qfzktnevg8zt8',
      action: 'member.exploded',
      from: '2026-02-30',
      to: 'yesterday',
      page: 0,
      size: 7,
      entry: -1,
      other: true,
    }
    expect(auditSearch(nonsense)).toEqual({})
  })

  test('what it writes it reads back as the same', () => {
    const state = {
      person: PERSON,
      action: 'member.removed',
      from: '2026-02-28',
      to: '2026-03-01',
      page: 3,
      size: 50,
      entry: 12,
    }
    expect(auditSearch(state)).toEqual(state)
    expect(auditSearch(auditSearch(state))).toEqual(state)
  })

  test('the last day counts as a whole, by the calendar of the reader', () => {
    const { from, to } = listInput('acme', auditSearch({ from: '2026-03-28', to: '2026-03-29' }))
    expect(from).toBe(new Date(2026, 2, 28).getTime())
    expect(to).toBe(new Date(2026, 2, 30).getTime())
  })
})
