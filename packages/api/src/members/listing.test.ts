import type { MemberId, UserId } from '@roster/domain'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { crowd, expectedList, faults } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { clearEndedLists } from './ended.ts'
import { labelsOf } from './labels.ts'
import { memberChanged, profileChanged } from './listing.ts'
import { roleRenamed } from './role-renamed.ts'
import { endMembership, replaceRole } from './store.ts'
import { rowsByName } from './whole.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

interface Someone {
  readonly member: MemberId
  readonly user: UserId
}

const rename = ({ user }: Someone, name: string) =>
  home.deps.writer.run(async (tx) => {
    await tx.updateTable('user').set({ name }).where('id', '=', user).execute()
    await profileChanged(tx, user)
  })

const callHere = ({ member }: Someone, display_name: string | null) =>
  home.deps.writer.run(async (tx) => {
    await tx.updateTable('member').set({ display_name }).where('id', '=', member).execute()
    await memberChanged(tx, member)
  })

const end = ({ member }: Someone) =>
  home.deps.writer.run((tx) =>
    endMembership(tx, { organization: home.acme, member, by: home.people.owner.id, now: home.now() }),
  )

const give = ({ member }: Someone, role: 'admin' | 'viewer') =>
  home.deps.writer.run((tx) =>
    replaceRole(tx, home.deps.newId, {
      organization: home.acme,
      member,
      role: home.roles[role],
      by: null,
      now: home.now(),
    }),
  )

/** Names that are often equal, equal but for case, or beyond the Latin letters. */
const name = fc
  .array(fc.constantFrom('a', 'b', 'B', 'é', 'ß', 'z', ' ', '1', '-', '中', '文', '😀', '\uffed'), {
    minLength: 1,
    maxLength: 4,
  })
  .map((characters) => characters.join(''))

const step = fc.oneof(
  fc.record({ what: fc.constant('join' as const), names: fc.array(name, { minLength: 1, maxLength: 5 }) }),
  fc.record({ what: fc.constant('rename' as const), who: fc.nat(), name }),
  fc.record({ what: fc.constant('call' as const), who: fc.nat(), name: fc.option(name) }),
  fc.record({ what: fc.constant('end' as const), who: fc.nat() }),
  fc.record({ what: fc.constant('give' as const), who: fc.nat(), role: fc.constantFrom('admin', 'viewer') }),
)

test('D8 whoever joins, is renamed, changes role or leaves: the list is everybody by name, and all counts add up', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const present: Someone[] = []
      for (const step of steps) {
        if (step.what === 'join') {
          present.push(...(await crowd(home, step.names)))
          continue
        }
        const index = present.length === 0 ? 0 : step.who % present.length
        const someone = present[index]
        if (!someone) continue
        if (step.what === 'rename') await rename(someone, step.name)
        if (step.what === 'call') await callHere(someone, step.name)
        if (step.what === 'give') await give(someone, step.role === 'admin' ? 'admin' : 'viewer')
        if (step.what === 'end') {
          await end(someone)
          present.splice(index, 1)
        }
      }
      expect(await faults(home)).toEqual([])
      for (const someone of present) await end(someone)
    }),
    { numRuns: 25 },
  )
}, 60_000)

test('names that come in the worst order find room, always between the last two', async () => {
  let low = 'ma'
  let high = 'mz'
  for (let turn = 0; turn < 120; turn++) {
    const between = `${low.padEnd(high.length, 'a')}m`
    await crowd(home, [between])
    if (turn % 2 === 0) high = between
    else low = between
  }
  for (let turn = 0; turn < 120; turn++) await crowd(home, [`n${'a'.repeat(120 - turn)}`])
  for (let turn = 0; turn < 120; turn++) await crowd(home, [`中${'文'.repeat(turn)}`])
  expect(await faults(home)).toEqual([])
}, 60_000)

test('a thousand namesakes and more are told apart, and spans of them are split and given back', async () => {
  const namesakes = await crowd(
    home,
    Array.from({ length: 1_200 }, () => 'Kim Lee'),
  )
  expect(await faults(home)).toEqual([])
  await crowd(home, ['Kim Lee', 'Kim Leb', 'Kim Lef'])
  for (const one of namesakes.slice(100)) await end(one)
  expect(await faults(home)).toEqual([])
  const { count } = await home.deps.reader
    .selectFrom('member_span')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('level', '=', 1)
    .executeTakeFirstOrThrow()
  expect(count).toBeLessThan(10)
}, 60_000)

test('D9 a place by number is found wherever it is', async () => {
  await crowd(
    home,
    Array.from({ length: 700 }, (_, index) => `${'xyz'.charAt(index % 3)}${(index * 7919) % 701}`),
  )
  const expected = await expectedList(home)
  const { number } = await home.deps.reader
    .selectFrom('organization')
    .select('number')
    .where('id', '=', home.acme)
    .executeTakeFirstOrThrow()
  const everybody = expected.map((one) => one.member)
  const total = everybody.length
  for (const index of [0, 1, 254, 255, 256, 400, 699, total - 1, total]) {
    for (const direction of ['asc', 'desc'] as const) {
      const rows = await rowsByName(
        home.deps.reader,
        number,
        { direction },
        { after: null, index, take: 30, total },
      )
      const order = direction === 'asc' ? everybody : everybody.toReversed()
      expect(rows.map((row) => row.member_id)).toEqual(order.slice(index, index + 30))
    }
  }
})

test('a renamed role is found under its new name by all who hold it', async () => {
  await home.deps.writer.run(async (tx) => {
    await tx.updateTable('role').set({ name: 'Guest' }).where('id', '=', home.roles.viewer).execute()
    await roleRenamed(tx, home.roles.viewer)
  })
  expect(await faults(home)).toEqual([])
  const found = await home.as('owner').members.list({ organization: 'acme', search: 'guest' })
  expect(found.items.map((one) => one.role.name)).toEqual(['Guest'])
})

test('the list of an organization that has ended is cleared afterwards', async () => {
  await crowd(
    home,
    Array.from({ length: 600 }, (_, index) => `Somebody ${index}`),
  )
  await home.as('owner').organizations.delete({ organization: 'acme', confirm: 'acme' })
  expect(await clearEndedLists(home.deps)).toBe(605)
  expect(await clearEndedLists(home.deps)).toBe(0)
  const left = await home.deps.reader.selectFrom('member_listing').select('member_id').execute()
  expect(left).toHaveLength(1)
  expect(await home.as('outsider').members.list({ organization: 'globex' })).toMatchObject({ total: 1 })
})

test('A31 a row that crosses organizations cannot be stored', async () => {
  const globex = await home.deps.reader
    .selectFrom('organization')
    .select('number')
    .where('id', '=', home.globex)
    .executeTakeFirstOrThrow()
  const label = labelsOf(globex.number).first + 77n
  const move = home.deps.writer.run((tx) =>
    tx
      .updateTable('member_listing')
      .set({ position: label })
      .where('member_id', '=', home.people.member.member)
      .execute(),
  )
  await expect(move).rejects.toThrow('of one organization')
  const foreign = home.deps.writer.run(async (tx) => {
    const role = await tx
      .selectFrom('role')
      .select('id')
      .where('organization_id', '=', home.globex)
      .where('key', '=', 'admin')
      .executeTakeFirstOrThrow()
    await tx
      .updateTable('member_listing')
      .set({ role_id: role.id })
      .where('member_id', '=', home.people.member.member)
      .execute()
  })
  await expect(foreign).rejects.toThrow('of one organization')
})
