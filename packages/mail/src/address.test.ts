import { expect, test } from 'vitest'
import { isOneAddress, sender } from './address.ts'

test.each([
  'ada@acme.test',
  'ada+roster@acme.test',
  "o'brien.x_y@a-b.acme.test",
  'ada@localhost',
  'jörg@müller.test',
])('%s is one address', (text) => expect(isOneAddress(text)).toBe(true))

test.each([
  '',
  'ada',
  '@acme.test',
  'ada@',
  'a@b@c.test',
  'a@x.test\r\nBcc: b@evil.test',
  'a@x.test\nb@evil.test',
  'a@x.test, b@evil.test',
  'a@x.test;b@evil.test',
  'group: a@x.test, b@evil.test;',
  '<b@evil.test> a@x.test',
  'Ada <a@x.test>',
  '"a b"@x.test',
  'a(comment)@x.test',
  'a @x.test',
  'a@x.test ',
  'a@x .test',
  'a\u0000@x.test',
  'a\u200b@x.test',
  'a@[127.0.0.1]',
  'a..b@x.test',
  '.a@x.test',
  'a@-x.test',
  `${'a'.repeat(65)}@x.test`,
  `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}.test`,
])('S15 %j is not one address', (text) => {
  expect(isOneAddress(text)).toBe(false)
})

test('the sender is called Roster unless configured otherwise', () => {
  expect(sender('roster@acme.test')).toEqual({ name: 'Roster', address: 'roster@acme.test' })
  expect(sender(' <roster@acme.test> ')).toEqual({ name: 'Roster', address: 'roster@acme.test' })
  expect(sender('Acme people <roster@acme.test>')).toEqual({
    name: 'Acme people',
    address: 'roster@acme.test',
  })
  expect(sender('"Acme, Inc." <roster@acme.test>')).toEqual({
    name: 'Acme, Inc.',
    address: 'roster@acme.test',
  })
})

test.each(['', 'Roster', 'a@x.test, b@x.test', 'A <a@x.test> <b@x.test>', 'A\r\nBcc: b@x.test <a@x.test>'])(
  'a sender such as %j is refused by name',
  (value) => expect(() => sender(value)).toThrow(/^ROSTER_MAIL_FROM cannot be used: /),
)
