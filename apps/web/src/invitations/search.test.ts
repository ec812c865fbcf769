import { describe, expect, test } from 'vitest'
import { dayAt, dayStart } from '../ui/days.ts'
import { filterKey, invitationsSearch, isNarrowed, listInput } from './search.ts'

const role = `rol_${'0'.repeat(26)}`
const sender = `usr_${'0'.repeat(26)}`
const of = `inv_${'0'.repeat(26)}`

describe('the address of the invitations list', () => {
  test('leaves defaults out', () => {
    expect(
      invitationsSearch({ status: 'open', sort: 'sent', dir: 'desc', page: 1, size: 25, q: ' ' }),
    ).toEqual({})
    expect(invitationsSearch({ sort: 'expires', dir: 'asc' })).toEqual({ sort: 'expires' })
    expect(invitationsSearch({ dir: 'asc' })).toEqual({ dir: 'asc' })
  })

  test('T22 keeps filters that combine freely', () => {
    const state = {
      q: 'ada',
      status: 'accepted',
      sender,
      role,
      from: '2026-02-28',
      to: '2026-03-01',
      sort: 'email',
      page: 2,
      size: 50,
      dialog: 'edit',
      of,
    }
    expect(invitationsSearch(state)).toEqual(state)
    expect(invitationsSearch({ invite: '' })).toEqual({ invite: true })
  })

  test('drops what makes no sense, and turns a range around that was given backwards', () => {
    const nonsense = {
      status: 'lost',
      from: '2026-02-30',
      to: 'soon',
      sender: role,
      of: 'inv_1',
      dialog: 'x',
    }
    expect(invitationsSearch(nonsense)).toEqual({})
    expect(invitationsSearch({ from: '2026-03-02', to: '2026-03-01' })).toEqual({
      from: '2026-03-01',
      to: '2026-03-02',
    })
  })
})

test('T21 the open ones are asked for unless something else is chosen', () => {
  expect(listInput('acme', {})).toMatchObject({ status: 'open', sort: 'sent', direction: 'desc' })
  expect(listInput('acme', { status: 'accepted', sort: 'expires' })).toMatchObject({
    status: 'accepted',
    direction: 'asc',
  })
})

test('T22 both days of a range count whole', () => {
  const { sentAfter, sentBefore } = listInput('acme', { from: '2026-03-01', to: '2026-03-01' })
  expect(sentAfter).toBe(new Date(2026, 2, 1).getTime())
  expect(sentBefore).toBe(new Date(2026, 2, 2).getTime())
  expect(dayStart('2026-12-31', 1)).toBe(new Date(2027, 0, 1).getTime())
  expect(dayAt(new Date(2026, 2, 1, 23, 59).getTime(), 1)).toBe('2026-02-28')
})

test('paging and sorting list the same invitations, a filter does not', () => {
  expect(filterKey({ q: 'ada', page: 2, sort: 'email' })).toBe(filterKey({ q: 'ada' }))
  expect(filterKey({ status: 'expired' })).not.toBe(filterKey({}))
  expect(isNarrowed({ page: 2, status: 'expired' })).toBe(false)
  expect(isNarrowed({ from: '2026-03-01' })).toBe(true)
})
