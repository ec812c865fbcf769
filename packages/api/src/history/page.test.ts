import { dayAt, type MemberId, matches, nameKey, type RoleId } from '@roster/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { profileChanged } from '../members/listing.ts'
import { endMemberships, replaceRole } from '../members/store.ts'
import { crowd } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { plansOf, wholeWalks } from '../testing/plans.ts'
import { GATHERED_AT_MOST } from './gather.ts'
import { pastPage } from './page.ts'
import { totalsAt } from './totals.ts'

const DAY = 86_400_000
/** A hundred days, on each of which some join, leave, and change their roles. */
const DAYS = 100
const JOIN_A_DAY = 40

let home: House
let start: number
let everybody: readonly Known[]

interface Known {
  readonly member: MemberId
  readonly name: string
  readonly key: string
  readonly since: number
  readonly until: number | null
  readonly roles: readonly { readonly role: RoleId; readonly since: number; readonly until: number | null }[]
}

beforeAll(async () => {
  home = await house()
  start = home.now()
  const { writer, newId } = home.deps
  const first = ['Kim', 'Kima', 'Ada', 'Zoë', 'Grün', '中文', 'Sam', 'Sam']
  const here: MemberId[] = []
  for (let day = 0; day < DAYS; day++) {
    const names = Array.from({ length: JOIN_A_DAY }, (_, n) => `${first[(day + n) % 8]} ${(n * 7 + day) % 5}`)
    const joined = await crowd(home, names, day % 9 === 0 ? home.roles.viewer : home.roles.member)
    here.push(...joined.map((one) => one.member))
    const by = home.people.owner.id
    const leaving = here.splice(day % 3, day % 2 === 0 ? 25 : 5)
    await writer.run(async (tx) => {
      await endMemberships(tx, { organization: home.acme, members: leaving, by, now: home.now() + 1_000 })
      for (const member of here.slice(3, 6)) {
        const role = day % 2 === 0 ? home.roles.viewer : home.roles.admin
        await replaceRole(tx, newId, { organization: home.acme, member, role, by, now: home.now() + 2_000 })
      }
      const renamed = joined[0]
      if (renamed && day % 10 === 0) {
        await tx.updateTable('user').set({ name: 'Renamed Person' }).where('id', '=', renamed.user).execute()
        await profileChanged(tx, renamed.user)
      }
    })
    home.advance(DAY)
  }
  everybody = await known()
}, 120_000)
afterAll(() => home.close())

async function known(): Promise<readonly Known[]> {
  const { reader } = home.deps
  const members = await reader
    .selectFrom('member as m')
    .innerJoin('user as u', 'u.id', 'm.user_id')
    .select(['m.id', 'm.since', 'm.until', 'u.name'])
    .where('m.organization_id', '=', home.acme)
    .execute()
  const held = await reader
    .selectFrom('assignment')
    .select(['member_id', 'role_id as role', 'since', 'until'])
    .where('organization_id', '=', home.acme)
    .where('project_id', 'is', null)
    .execute()
  const roles = Map.groupBy(held, (row) => row.member_id)
  return members
    .map(({ id, since, until, name }) => ({
      member: id,
      name,
      key: nameKey(name),
      since,
      until,
      roles: roles.get(id) ?? [],
    }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) || (a.member < b.member ? -1 : 1))
}

const liveAt = (row: { since: number; until: number | null }, at: number) =>
  row.since <= at && (row.until === null || row.until > at)

interface Question {
  readonly day: number
  readonly search: string
  readonly role: RoleId | null
  readonly direction: 'asc' | 'desc'
}

function oracle({ day, search, role, direction }: Question): readonly MemberId[] {
  const at = endOf(day)
  const found = everybody
    .filter((one) => liveAt(one, at))
    .filter((one) => matches(`  ${one.name.toLowerCase().replaceAll(' ', '  ')}`, search))
    .filter((one) => role === null || one.roles.some((held) => held.role === role && liveAt(held, at)))
    .map((one) => one.member)
  return direction === 'asc' ? found : found.toReversed()
}

const dayOf = (day: number) => dayAt(start + day * DAY)
const endOf = (day: number) => Date.parse(`${dayOf(day)}T23:59:59.999Z`)

const question = fc.record({
  day: fc.integer({ min: 0, max: DAYS - 1 }),
  search: fc.constantFrom('', '', 'kim', 'ada 2', 'sam', 'ren', 'nobody', 'k'),
  role: fc.constantFrom('viewer' as const, 'admin' as const, null, null),
  direction: fc.constantFrom('asc' as const, 'desc' as const),
})
const asked = ({ role, ...rest }: { role: 'viewer' | 'admin' | null } & Omit<Question, 'role'>) => ({
  ...rest,
  role: role && home.roles[role],
})
const list = ({
  day,
  role,
  ...rest
}: Question & { pageSize: number; page?: number; cursor?: string | undefined }) =>
  home.as('owner').members.list({ organization: 'acme', asOf: dayOf(day), role: role ?? undefined, ...rest })

test('cursors walk everybody who was there that day exactly once, in order, whatever is asked', async () => {
  expect((await totalsAt(home.deps.reader, home.acme, home.now())).begun).toBeGreaterThan(
    2 * GATHERED_AT_MOST,
  )
  await fc.assert(
    fc.asyncProperty(question, fc.constantFrom(13, 60, 100), async (given, pageSize) => {
      const ask = asked(given)
      const expected = oracle(ask)
      const walked: MemberId[] = []
      let cursor: string | undefined
      do {
        const page = await list({ ...ask, pageSize, cursor })
        walked.push(...page.items.map((one) => one.member))
        cursor = page.nextCursor ?? undefined
        if (walked.length > 500) break
      } while (cursor)
      expect(walked).toEqual(cursor ? expected.slice(0, walked.length) : expected)
    }),
    { numRuns: 80 },
  )
}, 120_000)

test('pages by number are the same list, cut, and a total is a count as far as it is counted', async () => {
  await fc.assert(
    fc.asyncProperty(question, fc.integer({ min: 1, max: 80 }), async (given, page) => {
      const ask = asked(given)
      const expected = oracle(ask)
      const answer = await list({ ...ask, page, pageSize: 25 })
      if (!answer.totalIsCapped) {
        expect(answer.total).toBe(expected.length)
        expect(answer.page).toBe(Math.min(page, Math.max(1, Math.ceil(expected.length / 25))))
      } else expect(answer.total).toBeLessThanOrEqual(Math.min(500, expected.length + 25 * page))
      const from = (answer.page - 1) * 25
      expect(answer.items.map((one) => one.member)).toEqual(expected.slice(from, from + 25))
    }),
    { numRuns: 80 },
  )
}, 120_000)

test('it is read from indexes in the order of names: merged, never scanned, and only the few are sorted', async () => {
  const filter = { organization: home.acme, number: 1, needles: [], role: null }
  for (const day of [5, 50, 99]) {
    for (const direction of ['asc', 'desc'] as const) {
      const plans = await plansOf(home.deps.reader, async (reader) => {
        const ask = { page: 1, pageSize: 25 }
        const first = await pastPage(reader, { ...filter, at: endOf(day) }, direction, ask)
        await pastPage(reader, { ...filter, at: endOf(day) }, direction, {
          ...ask,
          cursor: first.nextCursor ?? undefined,
        })
        await pastPage(reader, { ...filter, at: endOf(day), role: home.roles.viewer }, direction, ask)
        await pastPage(reader, { ...filter, at: endOf(day), needles: ['kim'] }, direction, ask)
      })
      // Those who were gathered by another index are few, and put in order on the spot.
      const walked = plans.filter(({ sql }) => !sql.includes('count(*) over ()'))
      const steps = wholeWalks(walked).filter((step) => !/SCAN (json_each|s) VIRTUAL TABLE/.test(step))
      expect(steps).toEqual([])
      if (day > 30) expect(plans.flatMap((plan) => plan.steps)).toContain('MERGE (UNION ALL)')
    }
  }
})
