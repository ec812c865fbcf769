import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalSlug, RESERVED_SLUGS, slugFrom } from '../organizations/slug.ts'
import { Refusal } from '../refusal.ts'
import { canonicalUsername, usernameFrom } from './username.ts'

const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)

describe('a username', () => {
  test.each([
    ['ada', 'ada'],
    [' Ada-Lovelace ', 'ada-lovelace'],
    ['007', '007'],
    ['a'.repeat(32), 'a'.repeat(32)],
  ])('%j is taken as %s', (typed, canonical) => {
    expect(canonicalUsername(typed)).toBe(canonical)
  })

  test.each([
    '',
    'ab',
    'a'.repeat(33),
    'a'.repeat(100_000),
    'ada_lovelace',
    'ada.lovelace',
    'ada lovelace',
    '-ada',
    'ada-',
    'ada--lovelace',
    '@ada',
    'ádа',
    '\u212aelvin',
    'ada\u0000',
    'ad\u200ba',
    '１２３',
    'admin',
    'Admin',
    'root',
    'system',
    'null',
    'undefined',
    '__proto__',
    'constructor',
    'roster',
    'owner',
    'support',
    'settings',
    'api',
    'me',
    'new',
  ])('%j is refused', (typed) => {
    expect(code(canonicalUsername(typed))).toBe('invalid-username')
  })
})

describe('a short name', () => {
  test('is like a username, 2 to 48 long', () => {
    expect(canonicalSlug('HQ')).toBe('hq')
    expect(canonicalSlug('a'.repeat(48))).toBe('a'.repeat(48))
    for (const typed of ['a', 'a'.repeat(49), 'a b', 'org_x', 'a--b'])
      expect(code(canonicalSlug(typed))).toBe('invalid-slug')
  })

  test('is never one of our own paths', () => {
    for (const reserved of RESERVED_SLUGS) expect(code(canonicalSlug(reserved))).toBe('invalid-slug')
    for (const path of [
      'setup',
      'sign-in',
      'account',
      'invitations',
      'trpc',
      'assets',
      'healthz',
      'mailbox',
      'new',
    ]) {
      expect(RESERVED_SLUGS).toContain(path)
    }
  })

  test.each([
    ['Acme', 'acme'],
    ['Müller & Söhne GmbH', 'muller-sohne-gmbh'],
    ['株式会社', 'team'],
    ['Settings', 'settings-team'],
    ['X', 'x-team'],
    ['!!!', 'team'],
    [`${'a'.repeat(47)} b`, 'a'.repeat(47)],
  ])('for %j is suggested as %s', (name, slug) => {
    expect(slugFrom(name)).toBe(slug)
  })
})

test('what is suggested is always valid, and canonical forms are idempotent', () => {
  const name = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom(...RESERVED_SLUGS))
  fc.assert(
    fc.property(name, (any) => {
      expect(canonicalSlug(slugFrom(any))).toBe(slugFrom(any))
      expect(canonicalUsername(usernameFrom(any))).toBe(usernameFrom(any))
      const slug = canonicalSlug(any)
      if (!(slug instanceof Refusal)) expect(canonicalSlug(slug)).toBe(slug)
    }),
  )
})
