import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold } from '../fold.ts'
import { matches, nameKey, searchNeedle, searchText, searchWords } from './listing.ts'

const text = fc.string({ unit: 'grapheme' })

describe('fold', () => {
  test.each([
    ['José', 'jose'],
    ['ÅNGSTRÖM', 'angstrom'],
    ['Straße', 'strasse'],
    ['Łukasz Øster', 'lukasz oster'],
    ['İstanbul', 'istanbul'],
    ['\u212aelvin', 'kelvin'],
    ['Ａｄａ', 'ada'],
    ['ﬁne', 'fine'],
    ['ΟΔΟΣ', 'οδοσ'],
    ['が', 'が'],
  ])('%s is found as %s', (from, to) => {
    expect(fold(from)).toBe(to)
  })

  test('is idempotent', () => {
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(fold(any))).toBe(fold(any))
      }),
    )
  })
})

describe('D8 the order of names', () => {
  test('is what people expect', () => {
    const names = ['Zoë', 'zoe', 'Ångström', 'adam', 'Ada', 'Ada Lovelace', 'Öz', 'ada']
    const sorted = [...names].sort((a, b) => (nameKey(a) < nameKey(b) ? -1 : 1))
    expect(sorted).toEqual(['Ada', 'ada', 'Ada Lovelace', 'adam', 'Ångström', 'Öz', 'Zoë', 'zoe'])
  })

  /** Names that fold alike more often than not. */
  const twin = fc
    .array(fc.constantFrom('a', 'A', 'á', 'a\u0301', 'Ａ', 'ß', 'ss'), { maxLength: 2 })
    .map((p) => p.join(''))

  test('is total: different names have different keys, equal ones the same', () => {
    fc.assert(
      fc.property(fc.oneof(text, twin), fc.oneof(text, twin), (a, b) => {
        expect(nameKey(a) === nameKey(b)).toBe(a.normalize('NFC') === b.normalize('NFC'))
      }),
    )
    expect(nameKey('Jose\u0301')).toBe(nameKey('José'))
  })

  test('a shorter name comes before the longer one it begins', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,8}$/), fc.stringMatching(/^ ?[a-z]{1,8}$/), (name, more) => {
        expect(nameKey(name) < nameKey(name + more)).toBe(true)
      }),
    )
  })
})

describe('D7 search', () => {
  const ada = searchText({
    name: 'Ada Łovelace',
    email: 'ada@acme.test',
    username: 'countess',
    title: 'Head of R&D',
    role: 'Admin',
  })

  test('runs over every visible column, each word after two spaces', () => {
    expect(ada).toBe('  ada  lovelace  ada@acme.test  countess  head  of  r&d  admin')
  })

  test.each(['', 'a', 'Ad', 'LOVE', 'lace', 'acme', 'ada@acme.test', 'head adm', 'ł', 'R&D', ' ada  count '])(
    '%j finds it',
    (query) => expect(matches(ada, query)).toBe(true),
  )

  test.each(['eve', 'da', 'ce', 'ada eve', '%', '_', '*', 'a%', '"', "' or 1=1 --"])(
    '%j does not',
    (query) => {
      expect(matches(ada, query)).toBe(false)
    },
  )

  test('one and two letters find beginnings of words only, three find anything', () => {
    expect(searchNeedle('ov')).toBe('  ov')
    expect(searchNeedle('ove')).toBe('ove')
    expect(searchNeedle('😀😀')).toBe('  😀😀')
  })

  test('a query counts eight words of 64 characters at most', () => {
    expect(searchWords('a b c d e f g h i j')).toHaveLength(8)
    expect(searchWords('a A Á a')).toEqual(['a'])
    expect(searchWords('x'.repeat(60_000))).toEqual(['x'.repeat(64)])
  })

  test('controls and halves of characters only separate words', () => {
    expect(searchWords('ada\u0000eve\ud800bob\r\n')).toEqual(['ada', 'eve', 'bob'])
  })

  test('whoever types the beginning of any word of any column finds the row', () => {
    const column = fc
      .array(fc.stringMatching(/^[\p{Lu}\p{Ll}]{1,10}$/u), { maxLength: 3 })
      .map((words) => words.join(' '))
    fc.assert(
      fc.property(
        column,
        column,
        column,
        fc.nat(),
        fc.integer({ min: 1, max: 12 }),
        (name, title, role, pick, length) => {
          const row = searchText({ name, title, role })
          const words = searchWords([name, title, role].join(' '))
          const word = words[pick % Math.max(1, words.length)] ?? ''
          expect(matches(row, [...word].slice(0, length).join(''))).toBe(true)
        },
      ),
    )
  })
})
