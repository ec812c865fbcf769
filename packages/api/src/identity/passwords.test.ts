import { expect, test, vi } from 'vitest'
import { refused } from '../testing/refused.ts'
import { hashChosen, hashPassword, isPasswordOf } from './passwords.ts'

// Hashing is slow on purpose, and slower where others are at work on the same machine.
vi.setConfig({ testTimeout: 60_000 })

test('a password is kept as argon2id at the agreed cost, salted, and only itself matches', async () => {
  const kept = await hashPassword('correct horse battery')
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await hashPassword('correct horse battery')).not.toBe(kept)
  expect(await isPasswordOf(kept, 'correct horse battery')).toBe(true)
  expect(await isPasswordOf(kept, 'correct horse battery ')).toBe(false)
  expect(await isPasswordOf(kept, 'Correct horse battery')).toBe(false)
})

test('nothing is cut off, however long a password is', async () => {
  const kept = await hashPassword(`${'x'.repeat(999)}a`)
  expect(await isPasswordOf(kept, `${'x'.repeat(999)}b`)).toBe(false)
})

test('A51 without an account or a password the answer is no, after the same work', async () => {
  const kept = await hashPassword('correct horse battery')
  const times = new Map<string | null | undefined, number[]>()
  for (let round = 0; round < 15; round++) {
    for (const hash of [kept, null, undefined]) {
      const begin = performance.now()
      expect(await isPasswordOf(hash, 'something else')).toBe(false)
      times.set(hash, [...(times.get(hash) ?? []), performance.now() - begin])
    }
  }
  const median = (hash: string | null | undefined) =>
    (times.get(hash) ?? []).sort((one, other) => one - other)[7] ?? 0
  // An answer without hashing takes a hundredth of it; other work on the machine does not make up that much.
  expect(median(null)).toBeGreaterThan(median(kept) / 4)
  expect(median(undefined)).toBeGreaterThan(median(kept) / 4)
})

test('S13 a flood of attempts is refused instead of queued for ever', async () => {
  const kept = await hashPassword('correct horse battery')
  const attempts = Array.from({ length: 80 }, () =>
    isPasswordOf(kept, 'correct horse battery').catch((reason: Error) => reason.message),
  )
  const answers = await Promise.all(attempts)
  expect(answers.filter((answer) => answer === true)).toHaveLength(66)
  expect(answers.filter((answer) => answer !== true)).toHaveLength(14)
})

test('a password that is chosen has to pass the rule, and the refusal names the field it came in', async () => {
  const refusal = await refused(
    (async () => hashChosen('the-owner-2026', { username: 'the-owner', email: null, name: null }, 'next'))(),
  )
  expect(refusal.code).toBe('weak-password')
  expect(refusal.facts.field).toBe('next')
})
