import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { canonicalDomain, canonicalEmail, emailDomain, isEmail } from './email.ts'

const local64 = 'a'.repeat(64)
/** A domain of exactly this many characters. */
function domainOf(length: number): string {
  const labels = []
  let rest = length - 3
  while (rest > 0) {
    const label = Math.min(60, rest - 1)
    labels.push('d'.repeat(label))
    rest -= label + 1
  }
  return `${labels.join('.')}.org`.padStart(length, 'e')
}

describe('A50 one canonical form', () => {
  test.each([
    ['eve@acme.test', 'eve@acme.test'],
    ['  Eve.Adams@ACME.Test ', 'eve.adams@acme.test'],
    ['eve@acme.test\n', 'eve@acme.test'],
    ['\u00a0eve@acme.test\u00a0', 'eve@acme.test'],
    ['eve+news@acme.test', 'eve+news@acme.test'],
    ["o'hara!#$%&*/=?^_`{|}~-@acme.test", "o'hara!#$%&*/=?^_`{|}~-@acme.test"],
    ['eve@xn--bcher-kva.example', 'eve@xn--bcher-kva.example'],
    ['eve@a-b.c4.io', 'eve@a-b.c4.io'],
    [`${local64}@acme.test`, `${local64}@acme.test`],
    [`a@${domainOf(252)}`, `a@${domainOf(252)}`],
  ])('%j', (typed, canonical) => {
    expect(canonicalEmail(typed)).toBe(canonical)
  })

  test('plus-addresses and dots stay distinct', () => {
    expect(canonicalEmail('eve+a@gmail.com')).not.toBe(canonicalEmail('eve@gmail.com'))
    expect(canonicalEmail('e.ve@gmail.com')).not.toBe(canonicalEmail('eve@gmail.com'))
  })
})

describe('A48 what is not one plain address is refused', () => {
  test.each([
    '',
    '   ',
    'eve',
    '@acme.test',
    'eve@',
    'eve@@acme.test',
    'eve@acme@test.org',
    'eve@acme.test,bob@acme.test',
    'eve@acme.test, bob@acme.test',
    'eve@acme.test;bob@acme.test',
    'eve@acme.test\r\nBcc: bob@evil.test',
    'eve@acme.test\nbob@evil.test',
    'eve\u0000@acme.test',
    'eve@acme\u0000.test',
    'eve\t@acme.test',
    'e ve@acme.test',
    '<eve@acme.test>',
    'Eve <eve@acme.test>',
    '<bob@evil.test> eve@acme.test',
    'mailto:eve@acme.test',
    '"eve adams"@acme.test',
    'eve(comment)@acme.test',
    'group: eve@acme.test;',
    '.eve@acme.test',
    'eve.@acme.test',
    'eve..adams@acme.test',
    'eve@localhost',
    'eve@.test',
    'eve@acme.',
    'eve@acme..test',
    'eve@-acme.test',
    'eve@acme-.test',
    'eve@acme_x.test',
    'eve@127.0.0.1',
    'eve@[127.0.0.1]',
    'eve@[IPv6:::1]',
    `${local64}a@acme.test`,
    `a@${domainOf(253)}`,
    `a@${'d'.repeat(64)}.org`,
    `${'a'.repeat(10_000)}@acme.test`,
    'eve@bücher.example',
    'evé@acme.test',
    'eve\u0301@acme.test',
    '\u0435ve@acme.test',
    'eve@\u0430cme.test',
    'ev\u200be@acme.test',
    'eve@ac\u200dme.test',
    'stra\u00dfe@acme.test',
    '\u212aelvin@acme.test',
    'eve@\u212aacme.test',
    'd\u0130@acme.test',
    'd\u0131@acme.test',
    '\u202eeve@acme.test',
    'eve\ud800@acme.test',
    'eve\uff20acme.test',
  ])('%j', (typed) => {
    const answer = canonicalEmail(typed)
    expect(answer).toBeInstanceOf(Refusal)
    expect(answer).toMatchObject({ code: 'invalid-email', facts: { field: 'email' } })
    expect(String(answer)).not.toContain('…')
  })
})

describe('properties', () => {
  const near = fc
    .array(
      fc.constantFrom(
        'a',
        'B',
        'z',
        '0',
        '.',
        '-',
        '+',
        '@',
        '@',
        ' ',
        '\u212a',
        'é',
        '"',
        '<',
        '\n',
        'xn--',
      ),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join(''))
  const typed = fc.oneof(
    fc.emailAddress(),
    near,
    near.map((text) => `${text}@acme.test`),
    fc.string({ unit: 'binary' }),
  )

  test('canonical email is idempotent, short, ASCII and one address', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const email = canonicalEmail(text)
        if (email instanceof Refusal) return
        expect(canonicalEmail(email)).toBe(email)
        expect(isEmail(email)).toBe(true)
        expect(email).toMatch(/^[^\s@<>,;:"()[\]]{1,64}@[a-z0-9.-]+\.[a-z0-9-]+$/)
        expect(email.length).toBeLessThanOrEqual(254)
        expect(email).toBe(text.trim().toLowerCase())
      }),
      { numRuns: 2_000 },
    )
  })

  test('ordinary addresses are accepted, in any case', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,9}$/)
    fc.assert(
      fc.property(label, label, label, (local, domain, top) => {
        const address = `${local}@${domain}.${top}`
        expect(canonicalEmail(address.toUpperCase())).toBe(address)
      }),
    )
  })
})

test('the domain of an address, and of a policy', () => {
  expect(emailDomain('eve@acme.test')).toBe('acme.test')
  expect(canonicalDomain(' @ACME.test ')).toBe('acme.test')
  for (const text of ['', 'acme', 'a@acme.test', '*.acme.test', 'http://acme.test', 'acme.test/']) {
    expect(canonicalDomain(text)).toBeNull()
  }
})
