import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { domainStatus, isAt, mayJoinAlone, maySendProof, proofAddress, provableDomain } from './domain.ts'

const code = (answer: unknown) => (answer instanceof Refusal ? answer.code : answer)

describe('a domain to prove', () => {
  test.each([
    ['Acme.TEST', 'acme.test'],
    ['@acme.test', 'acme.test'],
    [' mail.acme.test ', 'mail.acme.test'],
    ['notgmail.com', 'notgmail.com'],
  ])('%j is %s', (given, name) => {
    expect(provableDomain(given)).toBe(name)
  })

  test.each(['', 'acme', 'acme test', 'http://acme.test', 'ada@acme.test', '127.0.0.1', 'bücher.test'])(
    '%j is none',
    (given) => {
      expect(code(provableDomain(given))).toBe('invalid-input')
    },
  )

  test.each(['gmail.com', 'GMAIL.com', 'outlook.com', 'mail.gmail.com', 'proton.me'])(
    'nobody proves %s, where anybody can have an address',
    (given) => {
      expect(code(provableDomain(given))).toBe('domain-public')
    },
  )
})

test('the proof goes to those who run the domain', () => {
  expect(proofAddress({ mailbox: 'postmaster', name: 'acme.test' })).toBe('postmaster@acme.test')
})

test('what is known of a domain is read off the clock', () => {
  expect(domainStatus({ verifiedAt: null, expiresAt: 10 }, 9)).toBe('waiting')
  expect(domainStatus({ verifiedAt: null, expiresAt: 10 }, 10)).toBe('expired')
  expect(domainStatus({ verifiedAt: 5, expiresAt: 10 }, 10)).toBe('verified')
})

test('another proof mail takes five minutes', () => {
  expect(maySendProof([0], 299_001)).toMatchObject({ code: 'too-many-attempts', facts: { seconds: 1 } })
  expect(maySendProof([0], 300_000)).toBe(true)
  expect(maySendProof([], 0)).toBe(true)
  const tenToday = Array.from({ length: 10 }, (_, at) => at * 300_000)
  expect(maySendProof(tenToday, 10 * 300_000)).toMatchObject({ code: 'too-many-attempts' })
  expect(maySendProof(tenToday.slice(1), 10 * 300_000)).toBe(true)
  expect(maySendProof(tenToday, 86_400_000)).toBe(true)
})

test('nobody joins alone with a role that decides about others, whatever it is called', () => {
  const role = (key: 'owner' | 'admin' | 'member' | null, ...permissions: 'members.update'[]) =>
    code(mayJoinAlone({ key, permissions }))
  expect(role('member')).toBe(true)
  expect(role(null)).toBe(true)
  expect(role(null, 'members.update')).toBe('auto-join-role')
  expect(role('admin')).toBe('auto-join-role')
  expect(role('owner')).toBe('auto-join-role')
})

test('an address below a domain, or one that merely ends like it, is not at it', () => {
  expect(isAt('ada@acme.test', 'acme.test')).toBe(true)
  expect(isAt('ada@mail.acme.test', 'acme.test')).toBe(false)
  expect(isAt('ada@evilacme.test', 'acme.test')).toBe(false)
})
