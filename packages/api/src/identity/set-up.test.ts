import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { browser } from '../testing/browser.ts'
import { contents } from '../testing/contents.ts'
import { type EmptyHouse, emptyHouse, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { issueSetUpLink } from './one-time-links.ts'

// Hashing is slow on purpose, and slower where others are at work on the same machine.
vi.setConfig({ testTimeout: 60_000 })

const DAY = 24 * 3_600_000
let home: EmptyHouse
beforeEach(() => {
  home = emptyHouse()
})
afterEach(() => home.close())

const FIRST = {
  name: 'Ada Lovelace',
  username: 'ada',
  email: 'ada@example.org',
  password: 'correct horse battery',
  organization: { name: 'Analytical Engines', slug: 'engines' },
}
const fragment = async () => (await issueSetUpLink(home.deps))?.split('#')[1] ?? ''
const setUp = async (secret: string, change: Partial<typeof FIRST> = {}, at = browser(home)) =>
  (await at.call()).identity.setUp({ secret, ...FIRST, ...change })

test('whoever holds the link becomes the verified first owner of the first organization, signed in', async () => {
  const link = await issueSetUpLink(home.deps)
  expect(link).toMatch(/^https:\/\/roster\.test\/setup#otl_[0-9a-z]{26}\.[\w-]{43}$/)
  const laptop = browser(home)
  expect(await (await laptop.call()).identity.status({})).toMatchObject({ setUp: false })
  expect(await setUp(link?.split('#')[1] ?? '', {}, laptop)).toEqual({ organization: 'engines' })
  const me = await (await laptop.call()).identity.me({})
  expect(me).toMatchObject({
    name: 'Ada Lovelace',
    username: 'ada',
    email: 'ada@example.org',
    verified: true,
    organizations: [
      { slug: 'engines', name: 'Analytical Engines', role: { key: 'owner' }, members: 1, invitations: 0 },
    ],
  })
  expect(me?.organizations[0]?.permissions).toContain('organization.delete')
  expect(await (await laptop.call()).identity.status({})).toMatchObject({ setUp: true })
})

test('the link works once, and afterwards there is none', async () => {
  const secret = await fragment()
  await setUp(secret)
  const before = await contents(home.deps)
  const again = { username: 'eve', email: 'eve@example.org', organization: { name: 'Eve', slug: 'eve' } }
  expect((await refused(setUp(secret, again))).code).toBe('set-up-done')
  expect(await issueSetUpLink(home.deps)).toBeNull()
  expect(await contents(home.deps)).toBe(before)
})

test('two who open it at the same moment: one becomes the owner, the other learns that it is done', async () => {
  const secret = await fragment()
  const outcomes = await Promise.allSettled([
    setUp(secret),
    setUp(secret, { username: 'eve', email: 'eve@example.org', organization: { name: 'Eve', slug: 'eve' } }),
  ])
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  expect(await home.deps.reader.selectFrom('user').select('id').execute()).toHaveLength(1)
})

test('each start makes the links of earlier starts void', async () => {
  const first = await fragment()
  const second = await fragment()
  expect((await refused(setUp(first))).code).toBe('link-invalid')
  await setUp(second)
})

test('the link ends after seven days', async () => {
  const secret = await fragment()
  home.advance(7 * DAY)
  expect((await refused(setUp(secret))).code).toBe('link-invalid')
})

test('A07 a forged, cut or foreign secret opens nothing and changes nothing', async () => {
  const secret = await fragment()
  const [id = ''] = secret.split('.')
  const before = await contents(home.deps)
  const tries = [
    '',
    '.',
    id,
    `${id}.`,
    secret.slice(0, -1),
    `${secret}x`,
    secret.replace(/.$/, secret.endsWith('A') ? 'B' : 'A'),
    `${id}.${home.deps.links.secret('reset-password', id, 1)}`,
    `${id}.${home.deps.links.secret('set-up', id, 2)}`,
  ]
  for (const wrong of tries) expect((await refused(setUp(wrong))).code).toBe('link-invalid')
  expect(await contents(home.deps)).toBe(before)
})

test.each([
  ['a weak password', { password: 'ada-ada-ada' }, 'weak-password'],
  ['a reserved username', { username: 'admin' }, 'invalid-username'],
  ['a bad address', { email: 'ada' }, 'invalid-email'],
  ['a reserved short name', { organization: { name: 'Engines', slug: 'setup' } }, 'invalid-slug'],
  ['an empty name', { name: '  ' }, 'invalid-name'],
])('%s is refused and the link stays good', async (_, change, code) => {
  const secret = await fragment()
  const before = await contents(home.deps)
  expect((await refused(setUp(secret, change))).code).toBe(code)
  expect(await contents(home.deps)).toBe(before)
  await setUp(secret)
})

test('A55 guessing links ends after fifty tries from one place', async () => {
  const secret = await fragment()
  for (let time = 0; time < 50; time++) await refused(setUp('otl_x.y'))
  expect((await refused(setUp(secret))).code).toBe('too-many-attempts')
  await setUp(secret, {}, browser(home, { address: '192.0.2.9' }))
})

test('what happened is recorded on the instance and in the organization', async () => {
  await setUp(await fragment())
  const entries = await home.deps.reader
    .selectFrom('audit_entry')
    .select(['chain', 'action', 'actor_id'])
    .orderBy('at')
    .execute()
  const user = await home.deps.reader.selectFrom('user').select('id').executeTakeFirstOrThrow()
  expect(entries.map((entry) => entry.action).sort()).toEqual([
    'instance.set-up',
    'member.joined',
    'organization.created',
  ])
  for (const entry of entries) expect(entry.actor_id).toBe(user.id)
})

test('where people are already there is nothing to set up', async () => {
  const furnished = await house()
  expect(await issueSetUpLink(furnished.deps)).toBeNull()
  await furnished.close()
})
