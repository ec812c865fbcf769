import { expect, test } from 'vitest'
import { DAY } from './expiry.ts'
import { dueForPurge, dueForReminder } from './retention.ts'

const NOW = 100 * DAY
const open = {
  state: 'pending',
  sentAt: NOW - 5 * DAY,
  expiresAt: NOW + 2 * DAY - 1,
  remindedFor: null,
} as const

test('D43 an invitation is due for a reminder once, in its last 48 hours, and never when it was just sent', () => {
  expect(dueForReminder(open, 'sent', NOW)).toBe(true)
  expect(dueForReminder({ ...open, expiresAt: NOW + 2 * DAY }, 'sent', NOW)).toBe(false)
  expect(dueForReminder({ ...open, expiresAt: NOW }, 'sent', NOW)).toBe(false)
  expect(dueForReminder({ ...open, expiresAt: null }, 'sent', NOW)).toBe(false)
  expect(dueForReminder({ ...open, sentAt: NOW - DAY + 1 }, 'sent', NOW)).toBe(false)
  expect(dueForReminder({ ...open, remindedFor: open.expiresAt }, 'sent', NOW)).toBe(false)
  expect(dueForReminder({ ...open, remindedFor: open.expiresAt - DAY }, 'sent', NOW)).toBe(true)
  expect(dueForReminder({ ...open, state: 'revoked' }, 'sent', NOW)).toBe(false)
  for (const delivery of ['queued', 'failed'] as const)
    expect(dueForReminder(open, delivery, NOW)).toBe(false)
})

test('D34 personal data is kept for so many days after an invitation was closed or ran out', () => {
  const closed = { state: 'declined', expiresAt: NOW + DAY, closedAt: NOW - 30 * DAY } as const
  expect(dueForPurge(closed, 30, NOW)).toBe(true)
  expect(dueForPurge(closed, 31, NOW)).toBe(false)
  expect(dueForPurge(closed, null, NOW)).toBe(false)
  const expired = { state: 'pending', expiresAt: NOW - 30 * DAY, closedAt: null } as const
  expect(dueForPurge(expired, 30, NOW)).toBe(true)
  expect(dueForPurge({ ...expired, expiresAt: NOW + 1 }, 1, NOW)).toBe(false)
  expect(dueForPurge({ ...expired, expiresAt: null }, 1, NOW)).toBe(false)
})
