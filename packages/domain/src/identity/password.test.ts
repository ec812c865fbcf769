import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { COMMON_WORDS } from './common-passwords.ts'
import { password } from './password.ts'

const ADA = { email: 'ada.l@acme.test', username: 'countess', name: 'Ada Lovelace' }

describe('a password', () => {
  test.each([
    'correct horse battery staple',
    'Tr0ub4dor&3x',
    'gnlph xqwz!',
    'пароль для рощи',
    `${'a'.repeat(9)}bcdefg`,
    '\u0000 weird but fine',
    'password of the lighthouse keeper',
    `${'x'.repeat(500)}yz!${'q'.repeat(497)}`,
    '🦊🌲🌙⭐🔥💧🌍🍄🐝🦉',
  ])('%j will do', (text) => {
    expect(password(text, ADA)).toBe(true)
  })

  test.each([
    ['', 'at least 10'],
    ['short-one', 'at least 10'],
    ['🦊🌲🌙⭐🔥💧🌍🍄🐝', 'at least 10'],
    [`${'x'.repeat(500)}yz!${'q'.repeat(498)}`, 'at most 1000'],
    ['a'.repeat(10_000_000), 'at most 1000'],
    ['unpaired \ud800 half', 'half a character'],
    ['aaaaaaaaaaaa', 'repeats'],
    ['1212121212', 'repeats'],
    ['1234567890', 'keyboard'],
    ['9876543210', 'keyboard'],
    ['qwertyuiop', 'common'],
    ['abcdefghijkl', 'keyboard'],
    ['1qaz2wsx3edc', 'keyboard'],
    ['password123', 'common'],
    ['Password2026!', 'common'],
    ['P@ssw0rd1234', 'common'],
    ['!!iloveyou!!', 'common'],
    ['Changeme123', 'common'],
    ['ADA.L@acme.test1', 'contains your'],
    ['xx-ada.l-2026', 'contains your'],
    ['my-COUNTESS-99', 'contains your'],
    ['adalovelace1815', 'contains your'],
    ['ada lovelace 1815', 'contains your'],
  ])('%j is too weak', (text, reason) => {
    const answer = password(text, ADA)
    expect(answer).toMatchObject({ code: 'weak-password', facts: { field: 'password' } })
    expect(String(answer)).toContain(reason)
  })

  test('very short names do not spoil honest passwords', () => {
    expect(password('canada goose nest', { email: 'a@b.co', username: 'ada', name: 'Ada' })).toBe(true)
  })

  test('no common word with a number behind it is accepted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...COMMON_WORDS), fc.integer({ min: 1_000_000_000 }), (word, number) => {
        expect(password(`${word}${number}`)).not.toBe(true)
      }),
    )
  })
})
