import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICIES } from '../organizations/policies.ts'
import { Refusal } from '../refusal.ts'
import { DAY } from './expiry.ts'
import { edit, extend, INVITATION_STATES, type Invitation, remove, resend, revoke } from './invitation.ts'
import { actionsFor, expired, expiresSoon, type InvitationAction, mayAct, status } from './status.ts'

const NOW = 1_700_000_000_000

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

describe('status', () => {
  test.each([
    [OPEN, 'queued', 'pending', ['resend', 'revoke', 'copy-link']],
    [OPEN, 'sent', 'active', ['resend', 'revoke', 'extend', 'edit', 'copy-link']],
    [OPEN, 'none', 'active', ['resend', 'revoke', 'extend', 'edit', 'copy-link']],
    [OPEN, 'failed', 'undeliverable', ['resend', 'revoke', 'edit', 'copy-link']],
    [OLD, 'failed', 'expired', ['resend', 'extend', 'delete']],
    [OLD, 'queued', 'expired', ['resend', 'extend', 'delete']],
    [{ ...OLD, state: 'accepted' }, 'sent', 'accepted', []],
  ] as const)(
    'D16–D19 %#: the clock, the mail, and what can be done',
    (invitation, delivery, expected, actions) => {
      expect(status(invitation, delivery, NOW)).toBe(expected)
      expect(actionsFor(expected)).toEqual(actions)
    },
  )

  test('a closed one neither expires nor reminds', () => {
    for (const state of CLOSED) {
      expect(expired({ ...OLD, state }, NOW)).toBe(false)
      expect(expiresSoon({ state, expiresAt: NOW + 1 }, NOW)).toBe(false)
    }
  })

  test('D43 less than 48 hours is soon', () => {
    const left = (ms: number) => expiresSoon({ state: 'pending', expiresAt: NOW + ms }, NOW)
    expect([2 * DAY, 2 * DAY - 1, 1, 0, -1].map(left)).toEqual([false, true, true, false, false])
    expect(expiresSoon({ state: 'pending', expiresAt: null }, NOW)).toBe(false)
  })
})

test('what the row menu offers is what the commands do', () => {
  const invitation = fc.record({
    state: fc.constantFrom(...INVITATION_STATES),
    expiresAt: fc.option(fc.integer({ min: NOW - DAY, max: NOW + DAY }), { nil: null }),
  })
  fc.assert(
    fc.property(invitation, fc.constantFrom('queued', 'sent', 'failed', 'none'), (parts, delivery) => {
      const row: Invitation = { ...OPEN, ...parts }
      const offered = actionsFor(status(row, delivery, NOW))
      const outcomes: Record<Exclude<InvitationAction, 'copy-link'>, unknown> = {
        resend: resend(row, NOW + DAY),
        revoke: revoke(row, NOW),
        extend: extend(row, { days: 1, policies: DEFAULT_POLICIES }, NOW, delivery),
        edit: edit(row, delivery, NOW),
        delete: remove(row, NOW),
      }
      for (const [action, outcome] of Object.entries(outcomes)) {
        const isOffered = offered.some((one) => one === action)
        // Revoking an expired one is allowed though not offered: superseding and closing down need it.
        if (action === 'revoke' && expired(row, NOW)) expect(outcome).not.toBeInstanceOf(Refusal)
        else expect(!(outcome instanceof Refusal)).toBe(isOffered)
      }
      expect(code(mayAct('copy-link', status(row, delivery, NOW)))).toBe(
        offered.includes('copy-link') ? true : 'invitation-not-open',
      )
    }),
  )
})
