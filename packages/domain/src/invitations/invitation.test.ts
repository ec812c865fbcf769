import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICIES } from '../organizations/policies.ts'
import { Refusal } from '../refusal.ts'
import { DAY } from './expiry.ts'
import {
  accept,
  decline,
  edit,
  extend,
  INVITATION_STATES,
  type Invitation,
  remove,
  resend,
  revoke,
  supersede,
} from './invitation.ts'
import { actionsFor } from './status.ts'

const NOW = 1_700_000_000_000
const EVE = { id: 'usr_eve', email: 'eve@acme.test', verified: true } as const
const MORE = { days: 1, policies: DEFAULT_POLICIES }
const MAILED = { user: EVE, proof: 'mailed-link' } as const

const OPEN: Invitation = {
  id: 'inv_1',
  state: 'pending',
  expiresAt: NOW + 7 * DAY,
  generation: 1,
  email: 'eve@acme.test',
  user: null,
  closedAt: null,
}
const OLD: Invitation = { ...OPEN, expiresAt: NOW }
const CLOSED = INVITATION_STATES.filter((state) => state !== 'pending')
const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)

describe('accepting', () => {
  test('T5 by the mailed link proves the mailbox, by a copied one does not', () => {
    expect(accept(OPEN, MAILED, NOW)).toMatchObject({ state: 'accepted', closedAt: NOW, provesMailbox: true })
    expect(accept(OPEN, { ...MAILED, proof: 'copied-link' }, NOW)).toMatchObject({ provesMailbox: false })
    expect(accept(OPEN, { ...MAILED, proof: 'none' }, NOW)).toMatchObject({ provesMailbox: false })
  })

  test('A01 is for the invited address only', () => {
    const user = { ...EVE, email: 'bob@acme.test' } as const
    expect(code(accept(OPEN, { user, proof: 'mailed-link' }, NOW))).toBe('wrong-recipient')
  })

  test('is for the invited account only when it was invited by username', () => {
    const personal: Invitation = { ...OPEN, user: 'usr_eve' }
    const moved = { ...EVE, email: 'new@acme.test' } as const
    expect(accept(personal, { user: moved, proof: 'mailed-link' }, NOW)).toMatchObject({
      state: 'accepted',
      provesMailbox: false,
    })
    expect(code(accept(personal, { user: { ...EVE, id: 'usr_bob' }, proof: 'mailed-link' }, NOW))).toBe(
      'wrong-recipient',
    )
  })

  test('A52 without a link needs a verified address', () => {
    const user = { ...EVE, verified: false }
    expect(code(accept(OPEN, { user, proof: 'none' }, NOW))).toBe('email-not-verified')
    expect(accept(OPEN, { user, proof: 'copied-link' }, NOW)).toMatchObject({ state: 'accepted' })
  })

  test('A06 ends at the very moment it expires', () => {
    expect(accept({ ...OPEN, expiresAt: NOW + 1 }, MAILED, NOW)).toMatchObject({ state: 'accepted' })
    expect(code(accept(OLD, MAILED, NOW))).toBe('invitation-expired')
    expect(accept({ ...OPEN, expiresAt: null }, MAILED, NOW)).toMatchObject({ state: 'accepted' })
  })

  test.each(CLOSED)('A05 is over once it was %s', (state) => {
    expect(accept({ ...OPEN, state }, MAILED, NOW)).toMatchObject({
      code: 'invitation-closed',
      facts: { state },
    })
    expect(code(decline({ ...OPEN, state }, MAILED, NOW))).toBe('invitation-closed')
  })
})

test('declining takes the invitee, or whoever holds the link', () => {
  expect(decline(OPEN, MAILED, NOW)).toMatchObject({ state: 'declined', closedAt: NOW })
  expect(decline(OPEN, { user: null, proof: 'mailed-link' }, NOW)).toMatchObject({ state: 'declined' })
  expect(code(decline(OPEN, { user: { ...EVE, email: 'bob@acme.test' }, proof: 'none' }, NOW))).toBe(
    'wrong-recipient',
  )
  expect(code(decline(OLD, MAILED, NOW))).toBe('invitation-expired')
})

describe('the sender’s side', () => {
  test('D20 resends with a new link and a new end, also after it has expired', () => {
    expect(resend(OLD, NOW + DAY)).toEqual({ ...OLD, generation: 2, expiresAt: NOW + DAY })
    expect(resend(OPEN, null)).toEqual({ ...OPEN, generation: 2, expiresAt: null })
  })

  test('D21 extends from its end, or from now when it has ended', () => {
    expect(extend(OPEN, MORE, NOW)).toEqual({ ...OPEN, expiresAt: NOW + 8 * DAY })
    expect(extend({ ...OPEN, expiresAt: NOW - 30 * DAY }, MORE, NOW)).toEqual({
      ...OPEN,
      expiresAt: NOW + DAY,
    })
    expect(extend({ ...OPEN, expiresAt: null }, MORE, NOW)).toMatchObject({ expiresAt: null })
    for (const days of [0, -1, Number.NaN, Number.POSITIVE_INFINITY, 0.5, 359]) {
      expect(code(extend(OPEN, { ...MORE, days }, NOW))).toBe('expiry-out-of-range')
    }
    expect(code(extend(OPEN, MORE, NOW, 'queued'))).toBe('invitation-not-open')
  })

  test('D22 edits an active one, and one whose mail failed', () => {
    expect(edit(OPEN, 'sent', NOW)).toBe(OPEN)
    expect(edit(OPEN, 'failed', NOW)).toBe(OPEN)
    expect(code(edit(OPEN, 'queued', NOW))).toBe('invitation-not-open')
    expect(code(edit(OLD, 'sent', NOW))).toBe('invitation-not-open')
  })

  test('D23 deletes an expired one only', () => {
    expect(remove(OLD, NOW)).toMatchObject({ state: 'deleted', closedAt: NOW })
    expect(code(remove(OPEN, NOW))).toBe('invitation-not-open')
  })

  test('T25 revokes an open one, even when it has expired', () => {
    expect(revoke(OPEN, NOW)).toMatchObject({ state: 'revoked' })
    expect(revoke(OLD, NOW)).toMatchObject({ state: 'revoked' })
  })

  test.each(CLOSED)('can do nothing with one that was %s', (state) => {
    const closed: Invitation = { ...OPEN, state }
    for (const answer of [
      revoke(closed, NOW),
      supersede(closed, NOW),
      resend(closed, NOW + DAY),
      extend(closed, MORE, NOW),
      edit(closed, 'sent', NOW),
      remove(closed, NOW),
    ]) {
      expect(answer).toMatchObject({ code: 'invitation-not-open', facts: { status: state } })
    }
    expect(actionsFor(state)).toEqual([])
  })
})
