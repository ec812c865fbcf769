import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { checkTemplate, filled, isStandard, STANDARD_TEXTS, TEMPLATE_KINDS } from './template.ts'

const invitation = (subject: string, body = '') => checkTemplate('invitation', { subject, body })
const reason = (answer: ReturnType<typeof invitation>) =>
  answer instanceof Refusal ? [answer.facts.field, answer.facts.reason] : answer

test('D42 the standard texts are texts that may be kept', () => {
  for (const kind of TEMPLATE_KINDS) {
    expect(checkTemplate(kind, STANDARD_TEXTS[kind])).toEqual(STANDARD_TEXTS[kind])
    expect(isStandard(kind, STANDARD_TEXTS[kind])).toBe(true)
    expect(isStandard(kind, { ...STANDARD_TEXTS[kind], body: 'Hello' })).toBe(false)
  }
})

test('O5 D42 a subject is one line that names the organization', () => {
  expect(invitation('  Come to {organization} ', 'Hi,\r\nsee you')).toEqual({
    subject: 'Come to {organization}',
    body: 'Hi,\nsee you',
  })
  expect(reason(invitation('Come to us'))).toEqual(['subject', 'it must name {organization}'])
  expect(reason(invitation(''))).toEqual(['subject', 'a mail needs a subject'])
  expect(reason(invitation('{organization}\nhello'))).toEqual(['subject', 'it is one line'])
  expect(reason(invitation(`{organization}${'x'.repeat(120)}`))).toMatchObject(['subject', {}])
  expect(reason(invitation('{organization}', 'x'.repeat(2_001)))).toMatchObject(['body', {}])
})

test('D42 a placeholder that there is not is named, with those there are', () => {
  const why = 'there is no {name}, only {organization}, {role}, {inviter}'
  expect(reason(invitation('{organization}', 'Dear {name}'))).toEqual(['body', why])
  expect(checkTemplate('welcome', { subject: '{organization}', body: 'Dear {name}' })).not.toBeInstanceOf(
    Refusal,
  )
  expect(reason(invitation('{organization} {constructor}'))).toMatchObject(['subject', {}])
})

test('D42 what is filled in is never taken for a placeholder again', () => {
  expect(filled('{a} {b} {c}', { a: '{b}', b: '$&' })).toBe('{b} $& {c}')
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(filled('<{a}|{b}>', { a, b })).toBe(`<${a}|${b}>`)
    }),
  )
})
