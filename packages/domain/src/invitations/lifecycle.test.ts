import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Email } from '../identity/email.ts'
import { DEFAULT_POLICIES } from '../organizations/policies.ts'
import { Refusal } from '../refusal.ts'
import { DAY } from './expiry.ts'
import {
  type Answer,
  accept,
  decline,
  extend,
  type Invitation,
  remove,
  resend,
  revoke,
  supersede,
} from './invitation.ts'

const NOW = 1_700_000_000_000
const EVE = { id: 'usr_eve', email: 'eve@acme.test', verified: true } as const

const OPEN: Invitation = {
  id: 'inv_1',
  state: 'pending',
  expiresAt: NOW + 7 * DAY,
  generation: 1,
  email: 'eve@acme.test',
  user: null,
  closedAt: null,
}
const ADDRESSES = ['eve@acme.test', 'bob@acme.test'] as const
const address = fc.constantFrom<Email>(...ADDRESSES)
const pick = fc.nat({ max: 30 })
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('invite' as const), email: address }) },
  fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: -1, max: 10 }) }),
  fc.record({ act: fc.constantFrom('accept' as const, 'decline' as const), pick, email: address }),
  fc.record({
    act: fc.constantFrom('revoke' as const, 'resend' as const, 'extend' as const, 'delete' as const),
    pick,
  }),
)

test('an organization holds at most one live invitation for an address, and what is closed stays closed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const rows: Invitation[] = []
      let now = NOW
      for (const step of steps) {
        const before = [...rows]
        if (step.act === 'wait') now += step.days * DAY
        else if (step.act === 'invite') {
          for (const [index, row] of rows.entries()) {
            if (row.state !== 'pending' || row.email !== step.email) continue
            const closed = supersede(row, now)
            // Inviting again must always be possible, whatever became of the one before.
            expect(closed).not.toBeInstanceOf(Refusal)
            if (!(closed instanceof Refusal)) rows[index] = closed
          }
          rows.push({ ...OPEN, id: `inv_${rows.length}`, email: step.email, expiresAt: now + 7 * DAY })
        } else {
          const index = step.pick % Math.max(1, rows.length)
          const row = rows[index]
          if (!row) continue
          const next = take(step, row, now)
          if (!(next instanceof Refusal)) rows[index] = next
        }
        for (const email of ADDRESSES) {
          const open = rows.filter((row) => row.email === email && row.state === 'pending')
          expect(open.length).toBeLessThanOrEqual(1)
        }
        for (const [index, was] of before.entries()) {
          if (was.state !== 'pending') expect(rows[index]).toEqual(was)
          expect(rows[index]?.generation).toBeGreaterThanOrEqual(was.generation)
        }
        for (const row of rows) expect(row.closedAt === null).toBe(row.state === 'pending')
      }
    }),
    { numRuns: 500 },
  )
})

type Step = { act: 'accept' | 'decline'; email: Email } | { act: 'revoke' | 'resend' | 'extend' | 'delete' }

function take(step: Step, row: Invitation, now: number): Invitation | Refusal {
  if (step.act === 'accept' || step.act === 'decline') {
    const answer: Answer = { user: { ...EVE, email: step.email }, proof: 'mailed-link' }
    const next = step.act === 'accept' ? accept(row, answer, now) : decline(row, answer, now)
    if (!(next instanceof Refusal)) expect([row.state, row.email]).toEqual(['pending', step.email])
    return next
  }
  if (step.act === 'revoke') return revoke(row, now)
  if (step.act === 'resend') return resend(row, now + 7 * DAY)
  return step.act === 'extend' ? extend(row, { days: 1, policies: DEFAULT_POLICIES }, now) : remove(row, now)
}
