import { expect, test } from 'vitest'
import { heldText } from './held-text.ts'

const NOBODY = { members: 0, places: 0, groups: 0, invitations: 0 }

test('T8 says how often a role is held, and by what', () => {
  expect(heldText(NOBODY)).toBe('Nobody yet')
  expect(heldText({ ...NOBODY, members: 1, invitations: 2 })).toBe('1 person, 2 invitations')
  expect(heldText({ ...NOBODY, places: 3, groups: 1 })).toBe('3 places in projects, 1 group')
})
