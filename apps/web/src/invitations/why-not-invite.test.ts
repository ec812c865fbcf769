import { Refusal } from '@roster/domain'
import { expect, test } from 'vitest'
import { withTexts } from './draft.ts'
import { NOWHERE } from './places.ts'
import { whyNotInvite } from './why-not-invite.ts'

const asked = {
  draft: {
    entries: withTexts([], ['ada@acme.test']).entries,
    message: '',
    sure: false,
    reason: '',
    places: NOWHERE,
  },
  going: 1,
  role: { name: 'Member', refusal: null, elevated: false },
  ends: { days: 7, endsAt: 1 },
  asksReason: false,
  today: '2026-05-04',
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

test('a powerful role asks for a reason where the organization wants one', () => {
  const sure = { ...asked.draft, sure: true }
  expect(whyNotInvite({ ...asked, asksReason: true })).toBeUndefined()
  expect(whyNotInvite({ ...asked, asksReason: true, role: admin, draft: sure })).toMatch(/Say why.*Admin/)
  const said = { ...sure, reason: 'Runs the office' }
  expect(whyNotInvite({ ...asked, asksReason: true, role: admin, draft: said })).toBeUndefined()
})
