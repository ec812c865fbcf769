import { expect, test } from 'vitest'
import { isId } from './ids.ts'
import { orThrow, REFUSALS, Refusal } from './refusal.ts'
import { ALL_PERMISSIONS, isPermission, PERMISSIONS } from './roles/permissions.ts'

test('a refusal says its sentence with its facts filled in', () => {
  expect(new Refusal('seat-limit', { seats: 5 }).message).toBe(
    'All 5 seats are taken. Remove someone or raise the limit.',
  )
  expect(new Refusal('owns-organizations', { organizations: ['Acme', 'Beta'] }).message).toContain(
    'Acme, Beta',
  )
  expect(new Refusal('seat-limit').message).toContain('All … seats')
})

test('every refusal is a plain sentence that ends', () => {
  for (const [, sentence] of Object.values(REFUSALS)) expect(sentence).toMatch(/^[A-Z].*\.$/)
})

test('orThrow throws a refusal and passes on anything else', () => {
  expect(() => orThrow(new Refusal('not-found'))).toThrow(Refusal)
  expect(orThrow(0)).toBe(0)
})

test('A21 a permission is one of the table, nothing from the prototype', () => {
  expect(ALL_PERMISSIONS).toEqual(Object.keys(PERMISSIONS))
  expect(['members.read', 'constructor', '__proto__', 'Members.read', ''].map(isPermission)).toEqual([
    true,
    false,
    false,
    false,
    false,
  ])
})

test('an id has its prefix and 26 characters of lower-case Crockford base32', () => {
  const rest = '0123456789abcdefghjkmnpqrs'
  expect(isId('usr', `usr_${rest}`)).toBe(true)
  for (const text of [
    `org_${rest}`,
    `usr_${rest.toUpperCase()}`,
    `usr_${rest}0`,
    'usr_',
    `usr_${rest.slice(1)}l`,
    ` usr_${rest}`,
  ]) {
    expect(isId('usr', text)).toBe(false)
  }
})
