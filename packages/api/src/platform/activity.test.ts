import { afterEach, beforeEach, expect, test } from 'vitest'
import { faults } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const flush = () => home.deps.activity.flush(home.deps.writer, home.now())
const seen = async () =>
  (await home.as('owner').members.list({ organization: 'acme', search: 'viewer' })).items[0]?.lastActiveAt

test('D36 whoever calls is active, as far as five minutes are told apart, and that is not audited', async () => {
  await flush()
  const entries = () => home.deps.reader.selectFrom('audit_entry').select('sequence').execute()
  const before = await entries()
  home.advance(60_000)
  await home.as('viewer').members.list({ organization: 'acme' })
  const first = home.now()
  expect(await seen()).toBeNull()
  await flush()
  expect(await seen()).toBe(first)
  home.advance(4 * 60_000)
  await home.as('viewer').members.list({ organization: 'acme' })
  await flush()
  expect(await seen()).toBe(first)
  home.advance(60_000)
  await home.as('viewer').members.list({ organization: 'acme' })
  await flush()
  expect(await seen()).toBe(home.now())
  const account = await home.deps.reader
    .selectFrom('user')
    .select('last_active_at')
    .where('id', '=', home.people.viewer.id)
    .executeTakeFirstOrThrow()
  expect(account.last_active_at).toBe(home.now())
  expect(await entries()).toEqual(before)
  expect(await faults(home)).toEqual([])
})

test('refused calls, and calls of those who have left, are no activity', async () => {
  await home
    .as('auditor')
    .members.list({ organization: 'acme' })
    .catch(() => null)
  await home
    .as('removed')
    .members.list({ organization: 'acme' })
    .catch(() => null)
  expect(await flush()).toBe(0)
  await home.as('member').members.leave({ organization: 'acme' })
  await flush()
  expect(await faults(home)).toEqual([])
  const row = await home.deps.reader
    .selectFrom('member')
    .select('last_active_at')
    .where('user_id', '=', home.people.member.id)
    .executeTakeFirstOrThrow()
  expect(row.last_active_at).toBeNull()
})
