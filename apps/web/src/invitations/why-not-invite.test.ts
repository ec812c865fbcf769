import { Refusal } from '@roster/domain'
import { expect, test } from 'vitest'
import { withTexts } from './draft.ts'
import { whyNotInvite } from './why-not-invite.ts'

const asked = {
  draft: { entries: withTexts([], ['ada@acme.test']).entries, message: '', sure: false },
  going: 1,
  role: { name: 'Member', refusal: null, elevated: false },
  ends: { days: 7, endsAt: 1 },
}
const admin = { name: 'Admin', refusal: null, elevated: true }

test('what is complete may go out', () => {
  expect(whyNotInvite(asked)).toBeUndefined()
})

test('the button says what is missing, one thing at a time', () => {
  const nobody = { ...asked.draft, entries: [] }
  expect(whyNotInvite({ ...asked, draft: nobody, going: 0, role: undefined })).toMatch(/Add an email/)
  expect(whyNotInvite({ ...asked, going: 0 })).toMatch(/None of these/)
  expect(whyNotInvite({ ...asked, role: undefined })).toMatch(/Choose a role/)
  expect(whyNotInvite({ ...asked, role: { ...admin, refusal: 'Beyond you.' } })).toBe('Beyond you.')
  const ends = new Refusal('expiry-out-of-range', { min: 1, max: 365 })
  expect(whyNotInvite({ ...asked, ends })).toBe(ends.message)
  expect(whyNotInvite({ ...asked, draft: { ...asked.draft, message: 'x'.repeat(2_001) } })).toMatch(/2000/)
})

test('O10 a powerful role is confirmed before anything goes out', () => {
  expect(whyNotInvite({ ...asked, role: admin })).toMatch(/Confirm first .* Admin/)
  expect(whyNotInvite({ ...asked, role: admin, draft: { ...asked.draft, sure: true } })).toBeUndefined()
})
