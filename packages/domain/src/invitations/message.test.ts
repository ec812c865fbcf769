import { expect, test } from 'vitest'
import { invitationMessage, LONGEST_MESSAGE } from './message.ts'

test('a message of an invitation has at most 2,000 characters, an emoji being one', () => {
  expect(LONGEST_MESSAGE).toBe(2_000)
  const full = '🎉'.repeat(LONGEST_MESSAGE)
  expect(invitationMessage(full)).toBe(full)
  expect(invitationMessage(`${full}!`)).toMatchObject({ code: 'invalid-input', facts: { field: 'message' } })
  expect(invitationMessage(' \n')).toBe('')
})
