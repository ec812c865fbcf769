import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { freeText, nameIdentity, organizationName, personName, titleText } from './name.ts'

const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)
const FAMILY = '👨‍👩‍👧‍👦'

describe('a name', () => {
  test.each([
    ['Ada Lovelace', 'Ada Lovelace'],
    ['  Ada \t\r\n  Lovelace\u00a0', 'Ada Lovelace'],
    ['Jose\u0301', 'José'],
    ['A', 'A'],
    [FAMILY, FAMILY],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['می\u200cخواهم', 'می\u200cخواهم'],
    ['\u200eאבא\u200f', 'אבא'],
    ['Ada\u200b', 'Ada'],
    ['=1+1', '=1+1'],
    ['<b>Ada</b>', '<b>Ada</b>'],
    ['../etc', '../etc'],
    ['__proto__', '__proto__'],
    ['null', 'null'],
    ['😀'.repeat(100), '😀'.repeat(100)],
  ])('%j is kept as %j', (typed, kept) => {
    expect(personName(typed)).toBe(kept)
  })

  test.each([
    '',
    '   ',
    '\u200b\u200b',
    '\u200d',
    '\u3164',
    '\u2800',
    '\u0301',
    'Ada\u0000',
    'Ada\u0007',
    'Ada\u0085x\u009b',
    'Ada\ud800',
    '\udc00Ada',
    '\u202eadA',
    'Ada\u2066',
    'a'.repeat(101),
    '😀'.repeat(101),
    'a'.repeat(10_000),
    'a'.repeat(1_000_000),
    ' '.repeat(1_000_000),
    'A\u030d\u0353'.repeat(60),
  ])('%j is refused', (typed) => {
    expect(code(personName(typed))).toBe('invalid-name')
    expect(code(organizationName(typed))).toBe('invalid-name')
  })

  test('names that only look different count as one', () => {
    expect(nameIdentity('ACME  Ltd')).toBe(nameIdentity('acme ltd'))
    expect(nameIdentity('Ａcme')).toBe(nameIdentity('Acme'))
    expect(nameIdentity('Ac\u200dme')).toBe(nameIdentity('Acme'))
    expect(nameIdentity('José')).not.toBe(nameIdentity('Jose'))
  })

  test('is canonical once and for all, at most 100 code points, without control or half a character', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (typed) => {
        const name = personName(typed)
        if (name instanceof Refusal) return
        expect(personName(name)).toBe(name)
        expect([...name].length).toBeLessThanOrEqual(100)
        expect(name).not.toMatch(/\p{Cc}|\p{Cs}/u)
        expect(name).toBe(name.trim())
      }),
      { numRuns: 300 },
    )
  })
})

describe('free text', () => {
  test('keeps its lines and nothing that could turn text around', () => {
    expect(freeText(' Hi Eve,\r\n\r\n\twelcome\r ', 100)).toBe('Hi Eve,\n\n\twelcome')
    expect(freeText('', 100)).toBe('')
    for (const typed of ['a\u0000', '\u202ea', 'a\ud800', 'a\u001b[31m']) {
      expect(freeText(typed, 100, 'message')).toMatchObject({
        code: 'invalid-input',
        facts: { field: 'message' },
      })
    }
  })

  test('is measured in code points', () => {
    expect(freeText('😀'.repeat(5), 5)).toBe('😀'.repeat(5))
    expect(code(freeText('😀'.repeat(6), 5))).toBe('invalid-input')
    expect(code(freeText('a'.repeat(1_000_000), 5))).toBe('invalid-input')
  })

  test('a title is one line and may be empty', () => {
    expect(titleText(' Head of\nresearch ')).toBe('Head of research')
    expect(titleText('')).toBe('')
    expect(code(titleText('a'.repeat(101)))).toBe('invalid-input')
    expect(code(titleText('a\u0000'))).toBe('invalid-input')
  })
})
