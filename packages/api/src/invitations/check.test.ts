import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, invite, policies } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const check = (recipients: string[]) =>
  home.as('owner').invitations.check({ organization: 'acme', recipients })

test('I6 D32 chips are told apart: good, bad, members, invited, blocked and unknown', async () => {
  await account(home, 'eve')
  await policies(home, { blockedDomains: ['spam.test'] })
  await invite(home, 'open@x.test')
  const checked = await check([
    ' Eve <NEW@x.test>',
    '@the-eve',
    'not an address',
    'a@@b',
    'member@acme.test',
    'open@x.test',
    'new@X.test',
    'x@spam.test',
    'nobody-at-all',
  ])
  expect(checked.map(({ kind, canonical, state }) => [kind, canonical, state])).toEqual([
    ['email', 'new@x.test', 'ok'],
    ['username', 'the-eve', 'ok'],
    ['invalid', null, 'invalid'],
    ['invalid', null, 'invalid'],
    ['email', 'member@acme.test', 'member'],
    ['email', 'open@x.test', 'invited'],
    ['email', 'new@x.test', 'invited'],
    ['email', 'x@spam.test', 'blocked'],
    ['username', 'nobody-at-all', 'unknown'],
  ])
  expect(checked[0]).toMatchObject({ given: ' Eve <NEW@x.test>', reason: null })
  expect(checked[4]?.reason).toBe('This person is a member already.')
  expect(checked[7]?.reason).toContain('spam.test')
})

test('A33 checking a username does not tell the address behind it', async () => {
  const eve = await account(home, 'eve')
  await policies(home, { allowedDomains: ['other.test'] })
  const checked = await check([eve.username])
  expect(checked).toMatchObject([{ canonical: eve.username, state: 'blocked' }])
  expect(JSON.stringify(checked)).not.toContain('acme.test')
})

test('checking changes nothing, takes a thousand and no more, and needs the right to invite', async () => {
  const before = await contents(home.deps)
  const many = Array.from({ length: 1_000 }, (_, index) => `p${index}@x.test`)
  expect((await check(many)).every((one) => one.state === 'ok')).toBe(true)
  expect(await refused(check([...many, 'a@x.test']))).toMatchObject({
    code: 'too-large',
    facts: { most: 1_000 },
  })
  const member = home.as('member').invitations.check({ organization: 'acme', recipients: ['a@x.test'] })
  expect((await refused(member)).code).toBe('not-permitted')
  expect(await contents(home.deps)).toBe(before)
})

test('what checking says is what sending does, whatever is in the list', async () => {
  await account(home, 'eve')
  await account(home, 'bob')
  await policies(home, {
    blockedDomains: ['spam.test'],
    oneOrganizationPerAccount: true,
    seats: 14,
  })
  await invite(home, 'open@x.test')
  await invite(home, 'the-bob')
  const known = fc.constantFrom(
    'eve@acme.test',
    'the-eve',
    'THE-EVE',
    'bob@acme.test',
    '@the-bob',
    'open@x.test',
    'Open <OPEN@x.test>',
    'member@acme.test',
    'the-owner',
    'outsider@acme.test',
    'the-outsider',
    'x@spam.test',
    'nobody-here',
    'fresh@x.test',
    'a@x.test, b@x.test',
    '',
  )
  const anything = fc.oneof(
    { weight: 6, arbitrary: known },
    { weight: 1, arbitrary: fc.string({ maxLength: 40 }) },
    { weight: 1, arbitrary: fc.emailAddress() },
  )
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { maxLength: 12 }), async (recipients) => {
      home.advance(86_400_000)
      const checked = await check(recipients)
      const sent = await home.as('owner').invitations.send({ organization: 'acme', recipients })
      expect(checked.map((one) => one.reason)).toEqual(
        sent.map((one) => (one.ok ? null : one.refusal.message)),
      )
      for (const [index, one] of sent.entries()) {
        const state = checked[index]?.state
        if (one.ok) expect(state).toBe(one.result.outcome === 'resent' ? 'invited' : 'ok')
        else expect(state).not.toBe('ok')
      }
    }),
    { numRuns: 40 },
  )
})

test('D32 an address at a domain that takes no mail is doubted, where name servers may be asked', async () => {
  const asked: string[] = []
  const there = await house({
    mailDomains: {
      async takesMail(domain) {
        asked.push(domain)
        return domain === 'away.test' ? null : domain === 'x.test'
      },
    },
  })
  const recipients = ['a@x.test', 'b@typo.test', 'c@typo.test', 'd@away.test', 'the-admin']
  const checked = await there.as('owner').invitations.check({ organization: 'acme', recipients })
  const wrong = 'typo.test takes no mail, as far as name servers say. Check the spelling.'
  expect(checked.map(({ doubt }) => doubt)).toEqual([null, wrong, wrong, null, null])
  expect(checked.slice(0, 4).every(({ state }) => state === 'ok')).toBe(true)
  expect(asked).toEqual(['x.test', 'typo.test', 'away.test'])
  await there.close()
  expect((await check(['b@typo.test']))[0]).toMatchObject({ state: 'ok', doubt: null })
})
