import fc from 'fast-check'
import { expect, test } from 'vitest'
import { AUDIT_ACTIONS } from '../audit/actions.ts'
import { Refusal } from '../refusal.ts'
import { EVENT_TYPES, type EventFilter, eventFilters, isEventFilter, isWanted, subjectOf } from './events.ts'

const subjects = [...new Set(EVENT_TYPES.map(subjectOf))]
const filter = fc.constantFrom<EventFilter>(
  '*',
  ...EVENT_TYPES,
  ...subjects.map((subject): EventFilter => `${subject}.*`),
)

test('every action of an organization’s trail is an event, and none of an account’s is', () => {
  const ofAccounts = AUDIT_ACTIONS.filter((action) => /^(instance|identity)\./.test(action))
  expect([...EVENT_TYPES, ...ofAccounts].sort()).toEqual([...AUDIT_ACTIONS].sort())
  expect(ofAccounts.filter(isEventFilter)).toEqual([])
})

test('filters said shorter want the same', () => {
  fc.assert(
    fc.property(
      fc.array(filter, { minLength: 1, maxLength: 12 }),
      fc.constantFrom(...EVENT_TYPES),
      (given, type) => {
        const kept = eventFilters(given)
        if (kept instanceof Refusal) throw kept
        expect(isWanted(kept, type)).toBe(isWanted(given, type))
        expect(kept.length).toBeLessThanOrEqual(new Set(given).size)
        expect(eventFilters(kept)).toEqual(kept)
      },
    ),
  )
})

test.each([
  [[], 'choose at least one'],
  [['member.exploded'], 'member.exploded'],
  [['identity.signed-in'], 'identity.signed-in'],
  [['identity.*'], 'identity.*'],
  [['constructor.*'], 'constructor.*'],
  [['memb.*'], 'memb.*'],
  [['**'], '**'],
])('%j is no choice of events', (given, reason) => {
  expect(eventFilters(given)).toMatchObject({
    code: 'invalid-input',
    facts: { field: 'events', reason: expect.stringContaining(reason) },
  })
})

test('what a subject covers is said once', () => {
  expect(eventFilters(['member.joined', 'member.*', 'role.created'])).toEqual(['member.*', 'role.created'])
  expect(eventFilters(['member.joined', '*'])).toEqual(['*'])
})
