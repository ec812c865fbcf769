import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, invite, oneOfEach } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

type Input = Omit<Parameters<ReturnType<House['as']>['invitations']['list']>[0], 'organization'>

const list = (input: Input = {}, part: 'owner' | 'auditor' = 'owner') =>
  home.as(part).invitations.list({ organization: 'acme', ...input })

test('T20 T22 by number and by cursor, in every sort, the same rows in the same order', async () => {
  await oneOfEach(home)
  for (const name of ['eva', 'udo', 'ida']) await invite(home, (await account(home, name)).username)
  for (const sort of ['sent', 'expires', 'email'] as const) {
    for (const direction of ['asc', 'desc'] as const) {
      const input = { sort, direction, status: 'all' } as const
      const whole = (await list({ ...input, pageSize: 100 })).items.map((one) => one.id)
      expect(whole).toHaveLength(14)
      const byNumber: string[] = []
      const byCursor: string[] = []
      let cursor: string | undefined
      for (let page = 1; page <= 5; page++) {
        const numbered = await list({ ...input, page, pageSize: 3 })
        byNumber.push(...numbered.items.map((one) => one.id))
        const following = await list({ ...input, pageSize: 3, ...(cursor && { cursor }) })
        byCursor.push(...following.items.map((one) => one.id))
        expect(numbered.nextCursor).toBe(following.nextCursor)
        cursor = following.nextCursor ?? undefined
      }
      expect(cursor).toBeUndefined()
      expect(byNumber).toEqual(whole)
      expect(byCursor).toEqual(whole)
    }
  }
})

test('A35 a cursor of another list, another organization or no cursor is refused', async () => {
  for (const name of ['a', 'b', 'c']) await invite(home, `${name}@x.test`)
  const { nextCursor } = await list({ pageSize: 1 })
  const cursor = nextCursor ?? ''
  await list({ pageSize: 2, cursor })
  const wrong = [
    () => list({ cursor, status: 'all' }),
    () => list({ cursor, sort: 'email' }),
    () => list({ cursor, direction: 'asc' }),
    () => list({ cursor, search: 'a' }),
    () => list({ cursor, sender: home.people.owner.id }),
    () => home.as('outsider').invitations.list({ organization: 'globex', cursor }),
    () => list({ cursor: '' }),
    () => list({ cursor: cursor.slice(0, -6) }),
    () => list({ cursor: `${cursor.slice(0, 12)}${Buffer.from('[9,1,"x"]').toString('base64url')}` }),
    () => list({ cursor: `${cursor.slice(0, 12)}${Buffer.from('{"a":1}').toString('base64url')}` }),
  ]
  for (const call of wrong) expect((await refused(call())).code).toBe('cursor-invalid')
})

test('a page beyond reach is refused, a page behind the last is empty and says how many there are', async () => {
  await invite(home, 'a@x.test')
  expect(await list({ page: 2 })).toMatchObject({ items: [], total: 1, nextCursor: null, page: 2 })
  expect(await refused(list({ page: 1_000_000 }))).toMatchObject({
    code: 'invalid-input',
    facts: { field: 'page' },
  })
  for (const input of [
    { page: 0 },
    { page: 1.5 },
    { pageSize: 0 },
    { pageSize: 101 },
    { page: Number.NaN },
  ]) {
    expect((await refused(list(input))).code).toBe('invalid-input')
  }
})
