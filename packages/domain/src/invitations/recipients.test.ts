import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRecipients } from './recipients.ts'

/** What was understood, in short. */
function understood(text: string): string[] {
  return parseRecipients(text).map((recipient) => {
    if (recipient.kind === 'email') return recipient.email
    return recipient.kind === 'username' ? `@${recipient.username}` : `? ${recipient.given}`
  })
}

describe('I6 T14 the recipients in a text', () => {
  test.each<[string, string[]]>([
    ['', []],
    [' ,;\n ', []],
    ['eve@acme.test', ['eve@acme.test']],
    [
      'eve@acme.test, Bob@ACME.test;joe@acme.test\nann@acme.test',
      ['eve@acme.test', 'bob@acme.test', 'joe@acme.test', 'ann@acme.test'],
    ],
    ['eve@acme.test bob@acme.test\tjoe@acme.test', ['eve@acme.test', 'bob@acme.test', 'joe@acme.test']],
    ['eve@acme.test\r\nEVE@acme.test', ['eve@acme.test']],
    ['ada, @Countess eve@acme.test', ['@ada', '@countess', 'eve@acme.test']],
    ['Ada Lovelace <ada@acme.test>, Bob <bob@acme.test>', ['ada@acme.test', 'bob@acme.test']],
    ['"Lovelace, Ada" <ada@acme.test>; "O; B" <bob@acme.test>', ['ada@acme.test', 'bob@acme.test']],
    ['"admin@evil.test" <ada@acme.test>', ['ada@acme.test']],
    ['Ada <ada@acme.test> Bob <bob@acme.test> joe', ['ada@acme.test', 'bob@acme.test', '@joe']],
    ['eve@acme.test Ada <ada@acme.test>', ['eve@acme.test', 'ada@acme.test']],
    ['< ada@acme.test >', ['ada@acme.test']],
    ['eve@acme, bob@acme.test', ['? eve@acme', 'bob@acme.test']],
    ['Ada <ada>', ['? Ada <ada>']],
    ['Ada <>', ['? Ada <>']],
    ['admin', ['? admin']],
    ['a"b, c', ['? a"b', '? c']],
    ['<a@b.co', ['? <a@b.co']],
  ])('%j', (text, expected) => {
    expect(understood(text)).toEqual(expected)
  })

  test('a bad one says why', () => {
    expect(parseRecipients('eve@acme')).toMatchObject([
      { kind: 'invalid', refusal: { code: 'invalid-email' } },
    ])
    expect(parseRecipients('a!')).toMatchObject([{ kind: 'invalid', refusal: { code: 'invalid-username' } }])
  })

  test('what was typed stays beside what was understood', () => {
    expect(parseRecipients('Ada   Lovelace <ADA@acme.test>')).toEqual([
      { kind: 'email', email: 'ada@acme.test', given: 'Ada Lovelace <ADA@acme.test>' },
    ])
  })
})

describe('nothing gets lost', () => {
  test('every word of any text is in a chip', () => {
    const text = fc
      .array(
        fc.constantFrom('a', 'b', 'ada', '@', '.test', '"', '-', ' ', ',', ';', '\n', '\r', '\u2028', 'é'),
        {
          maxLength: 30,
        },
      )
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (any) => {
        const given = parseRecipients(any).map((recipient) => recipient.given)
        const canonical = given.map((word) => word.toLowerCase().replace(/^@/, ''))
        for (const word of any.split(/[\s,;]+/).filter((w) => w !== '')) {
          expect(canonical).toContain(word.toLowerCase().replace(/^@/, ''))
        }
      }),
      { numRuns: 1_000 },
    )
  })

  test('every word of any text with brackets is in a chip', () => {
    const part = fc.constantFrom('Ada', 'x@y.zz', '<', '>', '"', ' ', ',', ';', '\n', '@', 'b')
    fc.assert(
      fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
        const text = parts.map((p, index) => (/\w/.test(p) ? `${index}${p}` : p)).join('')
        const shown = parseRecipients(text)
          .map((recipient) => recipient.given)
          .join('\n')
        for (const word of text.match(/\w+/g) ?? []) expect(shown).toContain(word)
      }),
      { numRuns: 2_000 },
    )
  })

  test('a list of distinct addresses comes back whole and in order, however it is written', () => {
    const separator = fc.constantFrom(',', ', ', ';', ' ', '\n', '\r\n', ' , ;\t')
    const shape = fc.constantFrom(
      (address: string) => address,
      (address: string) => `<${address}>`,
      (address: string) => `"Smith, J." <${address}>`,
      (address: string) => address.toUpperCase(),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(shape, separator), { maxLength: 50 }), (entries) => {
        const addresses = entries.map((_, index) => `p${index}@acme.test`)
        const text = entries.map(([write, after], index) => write(addresses[index] ?? '') + after).join('')
        expect(understood(text)).toEqual(addresses)
      }),
    )
  })

  test('a paste of hostile characters takes time in proportion to its length', () => {
    for (const hostile of ['a', 'a ', '@', '"', '<', '" ', '"<', 'a<', '>', '"\t'])
      parseRecipients(hostile.repeat(100_000))
  })
})
