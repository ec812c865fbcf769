import { EVENT_TYPES } from '@roster/domain'
import { expect, test } from 'vitest'
import { eventsAbout, filtersOf, pickedOf, withTicked } from './picked-events.ts'

test('what is ticked comes back from what is kept', () => {
  for (const filters of [['*'], ['member.*'], ['member.joined', 'role.*']] as const)
    expect(filtersOf(pickedOf(filters))).toEqual(filters)
})

test('everything about something stands for all of it, and one less for the rest', () => {
  const all = withTicked(pickedOf([]), eventsAbout('role'), true)
  expect(filtersOf(all)).toEqual(['role.*'])
  expect(filtersOf(withTicked(all, ['role.deleted'], false))).toEqual(['role.created', 'role.updated'])
})

test('every event is all there are, and what is to come', () => {
  expect(pickedOf(['*']).types.size).toBe(EVENT_TYPES.length)
  expect(withTicked(pickedOf(['*']), ['role.deleted'], false).every).toBe(false)
})
