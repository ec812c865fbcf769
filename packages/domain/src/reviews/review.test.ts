import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { UserId } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import { mayDecide, reviewDeadline, shareOut } from './review.ts'

const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)
const user = fc.constantFrom<UserId>('usr_a', 'usr_b', 'usr_c', 'usr_d')

test('D41 every item gets a reviewer, never the one it is about, and nobody gets far more than the others', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(user), { maxLength: 40 }),
      fc.array(user, { minLength: 1, maxLength: 6 }),
      (holders, reviewers) => {
        const shares = shareOut(holders, reviewers)
        const alone = new Set(reviewers).size === 1
        if (shares instanceof Refusal) {
          expect(shares.code).toBe('not-your-own-access')
          expect(alone && holders.some((holder) => holder === reviewers[0])).toBe(true)
          return
        }
        expect(shares).toHaveLength(holders.length)
        for (const [index, reviewer] of shares.entries()) {
          expect(reviewers).toContain(reviewer)
          expect(reviewer).not.toBe(holders[index])
        }
      },
    ),
  )
  const shares = shareOut(
    Array.from({ length: 10 }, () => null),
    ['usr_a', 'usr_b'],
  )
  expect(Array.isArray(shares) && shares.filter((one) => one === 'usr_a').length).toBe(5)
})

test('D41 without reviewers, or with nobody else to ask, there is no review', () => {
  expect(code(shareOut([null], []))).toBe('invalid-input')
  expect(code(shareOut(['usr_a'], ['usr_a', 'usr_a']))).toBe('not-your-own-access')
})

test('D41 only its reviewer decides about an item, and only while the review is open', () => {
  const asked = { state: 'open', reviewer: 'usr_a', holder: 'usr_b', by: 'usr_a' } as const
  expect(mayDecide(asked)).toBe(true)
  expect(code(mayDecide({ ...asked, by: 'usr_c' }))).toBe('not-your-item')
  expect(code(mayDecide({ ...asked, holder: 'usr_a' }))).toBe('not-your-own-access')
  expect(code(mayDecide({ ...asked, state: 'closed' }))).toBe('review-closed')
})

test('a deadline is an hour to a year ahead', () => {
  expect(reviewDeadline(3_600_000, 0)).toBe(3_600_000)
  expect(code(reviewDeadline(3_599_999, 0))).toBe('invalid-input')
  expect(code(reviewDeadline(400 * 86_400_000, 0))).toBe('invalid-input')
})
