import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { checkEntitlements, mayOffer, parseEntitlements } from './entitlements.ts'

const offer = (part: Partial<{ name: string; text: string; link: string | null }>) =>
  checkEntitlements([{ name: 'Design tool', text: 'A seat for everybody.', link: null, ...part }])

test('I2 what an organization offers is taken in canonical form, and read back as it was stored', () => {
  const checked = offer({
    name: '  Design   tool ',
    text: ' Ask IT. ',
    link: ' https://design.acme.test/join ',
  })
  expect(checked).toEqual([{ name: 'Design tool', text: 'Ask IT.', link: 'https://design.acme.test/join' }])
  expect(parseEntitlements(JSON.stringify(checked))).toEqual(checked)
  expect(offer({ link: '' })).toMatchObject([{ link: null }])
})

test.each([
  [{ name: '' }, 'invalid-name', 'entitlements.0.name'],
  [{ text: 'x'.repeat(301) }, 'invalid-input', 'entitlements.0.text'],
  [{ link: 'javascript:alert(1)' }, 'invalid-input', 'entitlements.0.link'],
  [{ link: 'https://a b' }, 'invalid-input', 'entitlements.0.link'],
  [{ link: 'design.acme.test' }, 'invalid-input', 'entitlements.0.link'],
])('%j is refused with %s', (part, code, field) => {
  expect(offer(part)).toMatchObject({ code, facts: { field } })
})

test('a short list stays short', () => {
  const one = { name: 'One', text: '', link: null }
  expect(checkEntitlements(Array.from({ length: 21 }, () => one))).toMatchObject({ code: 'too-large' })
})

test('I2 owners say what the organization promises, and nobody else', () => {
  expect(mayOffer({ byOwner: true })).toBe(true)
  expect(mayOffer({ byOwner: false })).toBeInstanceOf(Refusal)
})
