import { crc32 } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isKeyToken, KEY_CHARACTERS, keyHint, keyToken } from './token.ts'

const chance = fc.array(fc.integer({ min: 0, max: 61 }), {
  minLength: KEY_CHARACTERS,
  maxLength: KEY_CHARACTERS,
})

test('a key is recognized by its prefix and its check, and no other text is', () => {
  fc.assert(
    fc.property(chance, fc.nat(35), fc.integer({ min: 1, max: 61 }), (numbers, place, shift) => {
      const token = keyToken(numbers)
      expect(token).toMatch(/^rst_[0-9A-Za-z]{36}$/)
      expect(isKeyToken(token)).toBe(true)
      expect(keyHint(token)).toBe(token.slice(36))
      const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
      const at = 4 + place
      const other = alphabet[(alphabet.indexOf(token[at] ?? '') + shift) % 62]
      expect(isKeyToken(`${token.slice(0, at)}${other}${token.slice(at + 1)}`)).toBe(false)
    }),
  )
})

test('the check is CRC-32 in base 62', () => {
  const token = keyToken(Array.from({ length: KEY_CHARACTERS }, (_, place) => place))
  const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
  const check = [...token.slice(-6)].reduce((sum, one) => sum * 62 + alphabet.indexOf(one), 0)
  expect(check).toBe(crc32(token.slice(4, 34)))
})

test.each(['', 'rst_', 'RST_0123', `rst_${'a'.repeat(37)}`, `rst_${'a'.repeat(35)}é`, ' rst_'])(
  'is no key: %s',
  (text) => expect(isKeyToken(text)).toBe(false),
)
