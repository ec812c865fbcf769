import { expect, test } from 'vitest'
import type { Delivery } from './types.ts'
import { eventsText, outcomeText, readable } from './words.ts'

test('events in a few words', () => {
  expect(eventsText(['*'])).toBe('Every event')
  expect(eventsText(['member.*'])).toBe('Everything about members')
  expect(eventsText(['member.joined', 'role.*'])).toBe('Member joined and everything about roles')
  expect(eventsText(['member.joined', 'role.*', 'key.*', 'group.*'])).toBe(
    'Member joined, everything about roles and 2 more',
  )
  expect(eventsText(['member.joined', 'member.removed'])).toBe('Member joined and member removed')
  expect(eventsText(['member.joined', 'role.*', 'key.*'], 3)).toBe(
    'Member joined, everything about roles and everything about API keys',
  )
  expect(eventsText(['role.*', 'key.*'])).toBe('Everything about roles and everything about API keys')
})

const delivery: Delivery = {
  ...{ id: 'dlv_00000000000000000000000000', eventId: 'aud_00000000000000000000000000' },
  ...{ event: 'member.joined', sequence: 1, createdAt: 0, settledAt: null, nextAttemptAt: null },
  ...{ state: 'pending', attempts: 0, lastStatus: null, lastReason: null },
}

test('an outcome in a line', () => {
  expect(outcomeText(delivery)).toBe('Not tried yet')
  expect(outcomeText({ ...delivery, attempts: 1, state: 'delivered', lastStatus: 204 })).toBe(
    'Answered 204 · 1 attempt',
  )
  expect(outcomeText({ ...delivery, attempts: 2, lastStatus: 500 })).toBe('Answered 500 · 2 attempts')
  expect(outcomeText({ ...delivery, attempts: 2, lastReason: 'The connection was refused.' })).toBe(
    'The connection was refused · 2 attempts',
  )
})

test('JSON is laid out, and everything else left alone', () => {
  expect(readable('{"a":1}')).toBe('{\n  "a": 1\n}')
  expect(readable('<html>')).toBe('<html>')
})
