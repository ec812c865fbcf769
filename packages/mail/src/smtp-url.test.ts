import { expect, test } from 'vitest'
import { smtpServer } from './smtp-url.ts'

test('smtp means 587 and STARTTLS where offered, smtps means 465 and TLS at once', () => {
  expect(smtpServer('smtp://mail.acme.test')).toEqual({
    host: 'mail.acme.test',
    port: 587,
    secure: false,
    requireTLS: false,
    tls: { rejectUnauthorized: true },
  })
  expect(smtpServer('smtps://mail.acme.test/')).toMatchObject({ port: 465, secure: true })
  expect(smtpServer('smtp://[::1]:2525')).toMatchObject({ host: '::1', port: 2525 })
})

test('credentials are percent-decoded', () => {
  expect(smtpServer('smtp://ada%40acme.test:p%40ss%2Fw%3Ard%25@mail.acme.test').auth).toEqual({
    user: 'ada@acme.test',
    pass: 'p@ss/w:rd%',
  })
})

test('a password leaves the machine only under TLS, unless told otherwise', () => {
  expect(smtpServer('smtp://u:p@mail.acme.test').requireTLS).toBe(true)
  expect(smtpServer('smtp://u:p@mail.acme.test?requireTLS=false').requireTLS).toBe(false)
  expect(smtpServer('smtp://u:p@127.0.0.1:25').requireTLS).toBe(false)
})

test('certificates are checked except on loopback, unless told otherwise', () => {
  expect(smtpServer('smtp://localhost').tls.rejectUnauthorized).toBe(false)
  expect(smtpServer('smtp://localhost?tls.rejectUnauthorized=true').tls.rejectUnauthorized).toBe(true)
  expect(smtpServer('smtp://localhost.evil.test').tls.rejectUnauthorized).toBe(true)
  expect(smtpServer('smtps://mail.acme.test?tls.rejectUnauthorized=false').tls.rejectUnauthorized).toBe(false)
})

test.each([
  ['', 'write it as smtp://'],
  ['mail.acme.test:587', 'write it as smtp://'],
  ['https://u:s3cret@mail.acme.test', 'write it as smtp://'],
  ['smtp://', 'no host'],
  ['smtp://u:s3cret/x@mail.acme.test', 'write it as smtp://'],
  ['smtp://u:s3cret@mail.acme.test/inbox', 'has a path'],
  ['smtp://u:s3cret@mail.acme.test#x', 'has a fragment'],
  ['smtp://u:s3cret@mail.acme.test:99999', 'write it as smtp://'],
  ['smtp://u@mail.acme.test', 'both a user and a password'],
  ['smtp://:s3cret@mail.acme.test', 'both a user and a password'],
  ['smtp://u:s3cret%zz@mail.acme.test', 'password has a "%"'],
  ['smtp://u:s3cret@mail.acme.test?proxy=http://evil.test', 'the parameters it may have'],
  ['smtp://u:s3cret@mail.acme.test?requireTLS=yes', 'requireTLS is either'],
])('%j is refused by name and without its password', (value, reason) => {
  const said = messageOf(() => smtpServer(value))
  expect(said).toMatch(/^ROSTER_SMTP_URL cannot be used: /)
  expect(said).toContain(reason)
  expect(said).not.toContain('s3cret')
})

function messageOf(attempt: () => unknown): string {
  try {
    attempt()
  } catch (error) {
    return error instanceof Error ? error.message : ''
  }
  throw new Error('Nothing was refused')
}
