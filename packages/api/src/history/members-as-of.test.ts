import { dayAt, type MemberId, nameKey, type UserId } from '@roster/domain'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { crowd } from '../testing/crowd.ts'
import { CAST, type House, house, type Part } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'

const DAY = 86_400_000
const acme = { organization: 'acme' }

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const today = () => dayAt(home.now())
const list = (input: object = {}) => home.as('owner').members.list({ ...acme, pageSize: 100, ...input })
const names = async (input: object) => (await list(input)).items.map((one) => [one.name, one.role.key])

test('the list as of a day shows who was there when it ended, with the role they held then', async () => {
  const before = await names({})
  const day = today()
  home.advance(DAY)
  const { owner, admin, member } = home.people
  await home.as('owner').members.remove({ ...acme, members: [member.member ?? 'mem_x'] })
  await home
    .as('owner')
    .members.changeRoles({ ...acme, members: [admin.member ?? 'mem_x'], role: home.roles.viewer })
  await crowd(home, ['Zoe'])
  home.advance(DAY)
  expect(await names({ asOf: day })).toEqual(before)
  const page = await list({ asOf: day })
  expect(page).toMatchObject({ total: before.length, totalIsCapped: false, page: 1, nextCursor: null })
  expect(page.items.find((one) => one.member === member.member)).toMatchObject({
    leftAt: home.now() - DAY,
    lastActiveAt: null,
  })
  expect(page.items.find((one) => one.member === owner.member)).toMatchObject({ leftAt: null, you: true })
  expect(await names({ asOf: dayAt(home.now() - DAY) })).toEqual(await names({}))
  expect(await names({ asOf: today() })).toEqual(await names({}))
  expect((await list({ asOf: '2020-01-01' })).items).toEqual([])
})

test('a search and a role are of that day as well: who held it then, not who holds it now', async () => {
  const day = today()
  home.advance(DAY)
  const { admin, viewer } = home.people
  await home
    .as('owner')
    .members.changeRoles({ ...acme, members: [admin.member ?? 'mem_x'], role: home.roles.viewer })
  await home.as('owner').members.remove({ ...acme, members: [viewer.member ?? 'mem_x'] })
  home.advance(DAY)
  expect(await names({ asOf: day, role: home.roles.admin })).toEqual([['The admin', 'admin']])
  expect(await names({ asOf: day, role: home.roles.viewer })).toEqual([['The viewer', 'viewer']])
  expect(await names({ asOf: day, search: 'viewer@' })).toEqual([['The viewer', 'viewer']])
  expect(await names({ search: 'viewer@' })).toEqual([])
  expect(await names({ asOf: today(), role: home.roles.viewer })).toEqual([['The admin', 'viewer']])
})

test('a day that has not begun is refused, and what is known of today only as well', async () => {
  const asOf = dayAt(home.now() - DAY)
  expect((await refused(list({ asOf: dayAt(home.now() + DAY) }))).code).toBe('date-in-the-future')
  for (const ask of [{ asOf: 'yesterday' }, { asOf, sort: 'joined' }, { asOf, inactiveDays: 30 }]) {
    expect((await refused(list(ask))).code).toBe('invalid-input')
  }
})

test('an account that was deleted stays as “Deleted account”, found by no name it had', async () => {
  const day = today()
  home.advance(DAY)
  const { id, member } = home.people.member
  await home.as('owner').members.remove({ ...acme, members: [member ?? 'mem_x'] })
  const { eraseAccount } = await import('../identity/erase.ts')
  await home.deps.writer.run((tx) => eraseAccount(tx, id, home.now()))
  const shown = (await list({ asOf: day })).items
  expect(shown.map((one) => one.name)).toEqual(shown.map((one) => one.name).toSorted())
  expect(shown.find((one) => one.user === id)).toMatchObject({
    name: 'Deleted account',
    username: null,
    email: null,
    title: null,
  })
  expect((await list({ asOf: day, search: 'the-member' })).items).toEqual([])
  expect((await list({ asOf: day, search: 'deleted' })).items).toHaveLength(1)
})

/** What a day looked like while it lasted. */
interface Snapshot {
  readonly day: string
  readonly roles: ReadonlyMap<MemberId, string>
  readonly users: ReadonlyMap<MemberId, UserId>
}

async function snapshot(): Promise<Snapshot> {
  const { items } = await list()
  return {
    day: today(),
    roles: new Map(items.map((one) => [one.member, one.role.id])),
    users: new Map(items.map((one) => [one.member, one.user])),
  }
}

const PARTS: readonly Part[] = CAST.filter((part) => part !== 'owner')
const step = fc.record({
  act: fc.constantFrom('remove', 'join', 'join', 'role', 'role', 'leave', 'rename', 'nothing'),
  who: fc.constantFrom(...PARTS),
  role: fc.constantFrom('admin', 'member', 'viewer'),
  days: fc.constantFrom(0, 0, 0.3, 1, 2, 40, -0.1),
})

/** Whatever is refused changes nothing, which is as good a step as any. */
const tried = (call: Promise<unknown>) => call.catch(() => undefined)

async function take({ act, who, role }: { act: string; who: Part; role: 'admin' | 'member' | 'viewer' }) {
  const { id, email } = home.people[who]
  const now = (await list()).items.find((one) => one.user === id)
  if (act === 'remove' && now)
    await tried(home.as('owner').members.remove({ ...acme, members: [now.member] }))
  if (act === 'role' && now)
    await tried(
      home.as('owner').members.changeRoles({ ...acme, members: [now.member], role: home.roles[role] }),
    )
  if (act === 'leave') await tried(home.as(who).members.leave(acme))
  if (act === 'rename') await tried(home.as(who).identity.updateProfile({ name: `${role} ${who}` }))
  if (act === 'join') {
    const [sent] = await home
      .as('owner')
      .invitations.send({ ...acme, recipients: [email], role: home.roles[role] })
    if (sent?.ok) await tried(home.as(who).invitations.accept({ invitation: sent.result.invitation }))
  }
}

test('as of any day equals what was seen live that day, whatever happened since', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 5, maxLength: 30 }),
      fc.integer({ min: 1, max: 4 }),
      async (steps, pageSize) => {
        await home.close()
        home = await house()
        const seen = new Map<string, Snapshot>()
        const began = home.now()
        for (const one of steps) {
          await take(one)
          const live = await snapshot()
          seen.set(live.day, live)
          // A clock that is set back stays within the day, or what was seen would not be its end.
          const next = home.now() + one.days * DAY
          if (one.days >= 0 || (dayAt(next) === today() && next > began)) home.advance(one.days * DAY)
        }
        home.advance(DAY)
        for (const { day, roles, users } of seen.values()) {
          const walked: { member: MemberId; role: { id: string }; user: UserId; name: string }[] = []
          let cursor: string | undefined
          do {
            const page = await list({ asOf: day, pageSize, cursor })
            expect(page.total).toBe(roles.size)
            walked.push(...page.items)
            cursor = page.nextCursor ?? undefined
          } while (cursor)
          expect(new Map(walked.map((one) => [one.member, one.role.id]))).toEqual(roles)
          expect(new Map(walked.map((one) => [one.member, one.user]))).toEqual(users)
          const keys = walked.map((one) => nameKey(one.name))
          expect(keys).toEqual(keys.toSorted())
        }
      },
    ),
    { numRuns: 25 },
  )
}, 120_000)
