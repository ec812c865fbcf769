import { afterEach, beforeEach, expect, test } from 'vitest'
import { askNameServers } from './mail-domains.ts'
import { nameServer } from './testing/name-server.ts'

let server: Awaited<ReturnType<typeof nameServer>>
beforeEach(async () => {
  server = await nameServer({
    'mail.test': { exchange: 'mx.mail.test' },
    'plain.test': { address: [192, 0, 2, 7] },
    'none.test': { exchange: '', address: [192, 0, 2, 8] },
    'empty.test': {},
  })
})
afterEach(() => server.close())

test('D32 mail is taken by exchange or by address, and not where a domain says so, has neither or is none', async () => {
  const domains = askNameServers(() => 0, [server.address])
  const asked = ['mail.test', 'plain.test', 'none.test', 'empty.test', 'nowhere.test']
  const answers = await Promise.all(asked.map((domain) => domains.takesMail(domain)))
  expect(answers).toEqual([true, true, false, false, false])
})

test('an answer is remembered for ten minutes', async () => {
  let now = 0
  const domains = askNameServers(() => now, [server.address])
  await domains.takesMail('mail.test')
  const once = server.asked()
  await domains.takesMail('mail.test')
  expect(server.asked()).toBe(once)
  now += 10 * 60_000
  await domains.takesMail('mail.test')
  expect(server.asked()).toBeGreaterThan(once)
})

test('D32 without anybody who answers, as offline, nothing is said against a domain', async () => {
  const { address } = server
  await server.close()
  expect(await askNameServers(() => 0, [address]).takesMail('mail.test')).toBeNull()
  server = await nameServer({})
})
