import { DAY, MOST_WEBHOOKS } from '@roster/domain'
import { createPoster } from '@roster/webhooks'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { digestOf } from '../testing/digest.ts'
import { type House, house } from '../testing/house.ts'
import { hook } from './testing.ts'

const HOOK = 'https://hooks.example.test/t0ken?key=k3y'

/** What names lead to here: everything at public.test to the world, everything else inside. */
const asked: string[] = []
const targets = createPoster({
  toPrivate: false,
  userAgent: 'Roster/test',
  resolve: async (host) => {
    asked.push(host)
    return [{ address: host.endsWith('inside.test') ? '10.0.0.7' : '93.184.216.34', family: 4 }]
  },
})

let home: House
beforeEach(async () => {
  asked.length = 0
  home = await house({ webhookTargets: targets })
})
afterEach(() => home.close())

const owner = () => home.as('owner').webhooks
const at = { organization: 'acme' }
const only = async () => {
  const [item] = await owner().list(at)
  if (!item) throw new Error('there is none')
  return item
}
const trail = async () => {
  const { items } = await home.as('owner').audit.list(at)
  return items.map(({ action, facts }) => [action, facts])
}

test('A45 the secret is shown once, is stored nowhere, and is another one for each webhook', async () => {
  const { webhook, secret } = await hook(home, HOOK)
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const other = await hook(home, HOOK)
  expect(other.secret).not.toBe(secret)
  const shown = [
    await owner().list(at),
    await owner().get({ ...at, webhook }),
    await owner().deliveries({ ...at, webhook }),
    await home.as('owner').audit.list(at),
    await digestOf(home),
  ]
  expect(JSON.stringify(shown)).not.toContain(secret.slice(6, 40))
})

test('A44 the trail says the host only, since an address may hold a token', async () => {
  await hook(home, HOOK, ['member.joined', 'member.*'])
  expect(await trail()).toEqual([
    ['webhook.created', { name: 'Chat', host: 'hooks.example.test', events: ['member.*'] }],
  ])
  const { items } = await home.as('owner').audit.list(at)
  expect(items[0]?.target).toMatchObject({ kind: 'webhook', label: 'Chat' })
  expect(await only()).toMatchObject({ url: HOOK, state: 'on', events: ['member.*'], pending: 0 })
})

test.each([
  ['http://hooks.example.test/', 'plain http is only for private networks'],
  ['https://127.0.0.1/', 'private or reserved'],
  ['https://0x7f.1/', 'private or reserved'],
  ['https://[::ffff:10.0.0.1]/', 'private or reserved'],
  ['https://169.254.169.254/latest/', 'private or reserved'],
  ['https://inside.test/', 'private or reserved'],
  ['https://user:word@example.test/', 'name and password'],
  ['https://example.test:99999/', 'not a web address'],
  ['gopher://example.test/', 'write it like'],
])('A44 %s is refused when it is saved, and when it is changed', async (url, reason) => {
  const { webhook } = await hook(home, HOOK)
  const before = await digestOf(home)
  await expect(hook(home, url)).rejects.toThrow(reason)
  await expect(owner().update({ ...at, webhook, url })).rejects.toThrow(reason)
  expect(await digestOf(home)).toEqual(before)
})

test('A44 name servers are asked for nobody who may not keep webhooks', async () => {
  const create = { ...at, name: 'Chat', url: 'https://probe.test/', events: ['*'] }
  await expect(home.as('member').webhooks.create(create)).rejects.toThrow('Your role does not allow this')
  await expect(home.as('outsider').webhooks.create(create)).rejects.toThrow('nothing here')
  expect(asked).toEqual([])
  await home.as('admin').webhooks.create(create)
  expect(asked).toEqual(['probe.test'])
})

test('where no name server is asked, addresses are read all the same', async () => {
  await home.close()
  home = await house()
  await hook(home, HOOK)
  await expect(hook(home, 'https://127.0.0.1/')).rejects.toThrow('private or reserved')
})

test('events that there are not, and none at all, are refused', async () => {
  await expect(hook(home, HOOK, [])).rejects.toThrow('choose at least one event')
  await expect(hook(home, HOOK, ['identity.signed-in'])).rejects.toThrow('no event called')
})

test('an organization has so many webhooks at the most', async () => {
  for (let index = 0; index < MOST_WEBHOOKS; index++) await hook(home, HOOK)
  await expect(hook(home, HOOK)).rejects.toThrow('has 20 webhooks at the most')
  await owner().delete({ ...at, webhook: (await only()).id })
  await hook(home, HOOK)
})

test('what changed is recorded, and only that; nothing changed, nothing recorded', async () => {
  const { webhook } = await hook(home, HOOK)
  await owner().update({ ...at, webhook, name: 'Chat', events: ['*'], url: HOOK })
  await owner().update({ ...at, webhook, name: 'Archive', url: 'https://archive.test/', events: ['role.*'] })
  expect((await trail()).slice(0, -1)).toEqual([
    [
      'webhook.updated',
      {
        ...{ name_before: 'Chat', name: 'Archive' },
        ...{ host_before: 'hooks.example.test', host: 'archive.test' },
        ...{ events_before: ['*'], events: ['role.*'] },
      },
    ],
  ])
})

test('A45 rotating shows a new secret; the one before it signs for a day more', async () => {
  const { webhook, secret } = await hook(home, HOOK)
  const rotated = await owner().rotate({ ...at, webhook })
  expect(rotated).toEqual({
    secret: expect.stringMatching(/^whsec_/),
    previousSecretUntil: home.now() + DAY,
  })
  expect(rotated.secret).not.toBe(secret)
  expect((await only()).previousSecretUntil).toBe(home.now() + DAY)
  home.advance(DAY)
  expect((await only()).previousSecretUntil).toBeNull()
})

test('switched off and on, each once; what is off is neither tried nor sent again', async () => {
  const { webhook } = await hook(home, HOOK)
  await owner().disable({ ...at, webhook })
  await owner().disable({ ...at, webhook })
  expect(await only()).toMatchObject({ state: 'off', off: { at: home.now(), reason: 'person' } })
  await expect(owner().test({ ...at, webhook })).rejects.toThrow('switched off')
  await expect(owner().replay({ ...at, webhook, delivery: home.deps.newId('dlv') })).rejects.toThrow(
    'switched off',
  )
  await owner().enable({ ...at, webhook })
  await owner().enable({ ...at, webhook })
  expect(await only()).toMatchObject({ state: 'on', off: null })
  expect((await trail()).slice(0, -1)).toEqual([
    ['webhook.enabled', { missed: 'skip' }],
    ['webhook.disabled', { reason: 'person' }],
  ])
})

test('A22 once deleted it is nowhere, its address is forgotten, and nothing about it can be done', async () => {
  const { webhook } = await hook(home, HOOK)
  await owner().delete({ ...at, webhook })
  expect(await owner().list(at)).toEqual([])
  for (const act of [
    owner().get({ ...at, webhook }),
    owner().deliveries({ ...at, webhook }),
    owner().update({ ...at, webhook, name: 'Archive' }),
    owner().rotate({ ...at, webhook }),
    owner().enable({ ...at, webhook }),
  ])
    await expect(act).rejects.toThrow('nothing here')
  expect(JSON.stringify(await digestOf(home))).not.toContain('t0ken')
  await owner().delete({ ...at, webhook })
  expect((await trail())[0]).toEqual(['webhook.deleted', { name: 'Chat', host: 'hooks.example.test' }])
})
