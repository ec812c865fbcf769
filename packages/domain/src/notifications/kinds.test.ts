import { expect, test } from 'vitest'
import { NOTIFICATION_KINDS, unwanted } from './kinds.ts'

const everything = new Set(NOTIFICATION_KINDS)

test('O16 mail about the safety of an account is sent whatever was switched off or muted', () => {
  expect(unwanted('account', { off: everything, muted: true })).toBeNull()
})

test.each(NOTIFICATION_KINDS)('O16 mail about %s is sent unless it was switched off', (kind) => {
  expect(unwanted(kind, { off: new Set(), muted: false })).toBeNull()
  expect(unwanted(kind, { off: new Set([kind]), muted: false })).toMatch('switched off')
  const others = new Set(NOTIFICATION_KINDS.filter((one) => one !== kind))
  expect(unwanted(kind, { off: others, muted: false })).toBeNull()
})

test.each(NOTIFICATION_KINDS)('O14 mail about %s from a muted organization is not wanted', (kind) => {
  expect(unwanted(kind, { off: new Set(), muted: true })).toMatch('muted')
})
