import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { type LinkPurpose, linkKey } from './links.ts'

const PURPOSES: readonly LinkPurpose[] = [
  'invitation-mailed',
  'invitation-copied',
  'set-up',
  'verify-email',
  'reset-password',
  'change-email',
]
const key = randomBytes(32)
const links = linkKey(key)

test('A07 a secret opens what it was made for, and no other purpose, id or generation', () => {
  for (const purpose of PURPOSES) {
    const secret = links.secret(purpose, 'inv_1', 1)
    for (const other of PURPOSES) expect(links.opens(secret, other, 'inv_1', 1)).toBe(other === purpose)
    expect(links.opens(secret, purpose, 'inv_2', 1)).toBe(false)
    expect(links.opens(secret, purpose, 'inv_1', 2)).toBe(false)
    expect(links.opens(secret, purpose, 'inv_1', 0)).toBe(false)
  }
})

test('D31 a secret has 256 bits, and is the same again from the same key and no other', () => {
  const secret = links.secret('set-up', 'otl_1', 1)
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(linkKey(Buffer.from(key)).secret('set-up', 'otl_1', 1)).toBe(secret)
  expect(linkKey(randomBytes(32)).opens(secret, 'set-up', 'otl_1', 1)).toBe(false)
})

test('A07 what is cut off, lengthened, in other letters or not a secret at all opens nothing', () => {
  const secret = links.secret('invitation-mailed', 'inv_1', 1)
  const attempts = [
    '',
    secret.slice(0, -1),
    `${secret}A`,
    `${secret}=`,
    ` ${secret}`,
    secret.toUpperCase(),
    secret.toLowerCase(),
    '\u0000'.repeat(43),
    'ä'.repeat(43),
    'A'.repeat(200),
  ]
  for (const attempt of attempts) {
    if (attempt === secret) continue
    expect(links.opens(attempt, 'invitation-mailed', 'inv_1', 1)).toBe(false)
  }
})

test('what stands in the id cannot pose as another purpose or generation', () => {
  const secret = links.secret('set-up', 'otl_1\n2', 1)
  expect(links.opens(secret, 'set-up', 'otl_1', 2)).toBe(false)
  expect(links.secret('verify-email', 'a\n1', 1)).not.toBe(links.secret('verify-email', 'a', 1))
})
