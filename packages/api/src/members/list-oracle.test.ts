import { type MemberId, matches, type RoleId } from '@roster/domain'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { crowd, type Expected, expectedList } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { type Plan, plansOf } from '../testing/plans.ts'
import { COUNTED_AT_MOST } from './few.ts'
import { memberChanged } from './listing.ts'
import { pageOf } from './page.ts'
import { placeOfRow } from './rows.ts'
import { needlesOf } from './search.ts'
import type { Sort } from './sources.ts'

const DAY = 24 * 60 * 60 * 1_000
/** More than are counted, so that both ways of finding are tried: the few that are sorted, the many that are walked. */
const CROWD = 1_400

let home: House
let everybody: readonly Expected[]

beforeAll(async () => {
  home = await house()
  const first = ['Kim', 'Kima', 'Ada', 'Zoë', 'Grün', '中文', 'Sam', 'Sam']
  const last = ['Lee', 'Okafor', 'Łuk', 'O’Neil', 'x', 'Yilmaz', 'Lee']
  const name = (index: number) =>
    `${first[index % first.length]} ${last[(index * 31) % last.length]}${index % 11 === 0 ? ` ${index}` : ''}`
  const joined: MemberId[] = []
  for (const batch of [0, 1, 2, 3]) {
    const names = Array.from({ length: CROWD / 4 }, (_, index) => name(index * 4 + batch))
    const members = await crowd(home, names, batch === 0 ? home.roles.viewer : home.roles.member)
    joined.push(...members.map((one) => one.member))
    home.advance(DAY)
  }
  home.advance(200 * DAY)
  await home.deps.writer.run(async (tx) => {
    for (const [index, member] of joined.entries()) {
      const last_active_at = index % 3 === 0 ? null : home.now() - (index % 90) * DAY
      const title = index % 17 === 0 ? 'Head of Grün' : null
      await tx.updateTable('member').set({ last_active_at, title }).where('id', '=', member).execute()
      await memberChanged(tx, member)
    }
  })
  everybody = await expectedList(home)
}, 60_000)
afterAll(() => home.close())

interface Question {
  readonly search: string
  readonly role: RoleId | undefined
  readonly inactiveDays: number | undefined
  readonly sort: Sort
  readonly direction: 'asc' | 'desc'
}

const question = fc.record({
  search: fc.oneof(
    { weight: 2, arbitrary: fc.constant('') },
    fc.constantFrom(
      'kim',
      'KIM lee',
      'le',
      'l',
      'łuk',
      'gru',
      '中',
      'o’n',
      'viewer',
      'crowd',
      'head of',
      '@acme.te',
    ),
    fc.constantFrom('kim zoe', 'xyzzy', '12', '77 x', 'crowd-1', 'the', '"', "a' or 1", '%', '_', '*'),
    fc.string({ maxLength: 4 }),
  ),
  role: fc.constantFrom('member', 'viewer', 'admin', undefined, undefined),
  inactiveDays: fc.constantFrom(1, 30, 89, undefined, undefined, undefined),
  sort: fc.constantFrom<Sort>('name', 'email', 'joined', 'active'),
  direction: fc.constantFrom<'asc' | 'desc'>('asc', 'desc'),
})

const asked = ({
  role,
  ...rest
}: { readonly role: 'member' | 'viewer' | 'admin' | undefined } & Omit<Question, 'role'>) => ({
  ...rest,
  role: role === undefined ? undefined : home.roles[role],
})

/** What the answer must be, by brute force. */
function oracle({ search, role, inactiveDays, sort, direction }: Question): readonly MemberId[] {
  const inactiveBefore = home.now() - (inactiveDays ?? 0) * DAY
  const found = everybody
    .filter((one) => matches(one.search, search))
    .filter((one) => role === undefined || one.role === role)
    .filter((one) => inactiveDays === undefined || one.active < inactiveBefore)
  const value = (one: Expected) => (sort === 'name' ? 0 : one[sort])
  const ascending = [...found].sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0))
  return (direction === 'asc' ? ascending : ascending.reverse()).map((one) => one.member)
}

const list = (input: object) => home.as('owner').members.list({ organization: 'acme', ...input })

test('D7 D8 D36 A35 cursors walk everybody who is meant exactly once, in order, whatever is asked', async () => {
  await fc.assert(
    fc.asyncProperty(question, fc.constantFrom(7, 40, 100), async (given, pageSize) => {
      const ask = asked(given)
      const expected = oracle(ask)
      const walked: MemberId[] = []
      let cursor: string | undefined
      do {
        const page = await list({ ...ask, pageSize, cursor })
        walked.push(...page.items.map((one) => one.member))
        cursor = page.nextCursor ?? undefined
        if (walked.length > 300) break
      } while (cursor)
      expect(walked).toEqual(cursor ? expected.slice(0, walked.length) : expected)
    }),
    { numRuns: 60 },
  )
}, 120_000)

test('D9 pages by number are the same list, cut, and totals are counts as far as they are counted', async () => {
  await fc.assert(
    fc.asyncProperty(question, fc.integer({ min: 1, max: 60 }), async (given, page) => {
      const ask = asked(given)
      const expected = oracle(ask)
      const answer = await list({ ...ask, page, pageSize: 25 })
      const isKept = needlesOf(ask.search).length === 0 && ask.inactiveDays === undefined
      expect(answer.totalIsCapped).toBe(!isKept && expected.length > COUNTED_AT_MOST)
      expect(answer.total).toBe(answer.totalIsCapped ? COUNTED_AT_MOST : expected.length)
      expect(answer.page).toBe(Math.min(page, Math.max(1, Math.ceil(answer.total / 25))))
      const from = (answer.page - 1) * 25
      expect(answer.items.map((one) => one.member)).toEqual(expected.slice(from, from + 25))
    }),
    { numRuns: 80 },
  )
}, 120_000)

test('lists are read from an index in their order: SEARCH, never SCAN, and no sorting but of the few', async () => {
  const roles = [null, home.roles.member, home.roles.admin]
  for (const sort of ['name', 'email', 'joined', 'active'] as const) {
    for (const direction of ['asc', 'desc'] as const) {
      for (const role of roles) {
        for (const inactiveBefore of [null, home.now() - DAY, home.now() - 89 * DAY]) {
          for (const search of ['', 'kim', 'xyzzy', 'k']) {
            const filter = { number: 1, needles: needlesOf(search), role, inactiveBefore }
            const order = { sort, direction }
            const plans = await plansOf(home.deps.reader, async (db) => {
              const first = await pageOf(db, home.acme, filter, order, { page: 1, pageSize: 25, after: null })
              const after = first.next ? placeOfRow(first.next, order) : null
              await pageOf(db, home.acme, filter, order, { page: 3, pageSize: 25, after: null })
              await pageOf(db, home.acme, filter, order, { page: 1, pageSize: 25, after })
            })
            const wrong = plans.flatMap(badSteps)
            expect(wrong, JSON.stringify({ sort, direction, role, search })).toEqual([])
          }
        }
      }
    }
  }
}, 120_000)

/** The few that were found are sorted on the spot; the search index is asked (M), not walked; the rest are indexes. */
function badSteps({ sql, steps }: Plan): readonly string[] {
  const fine = [
    /^SEARCH (l|r) USING COVERING INDEX /,
    /^SEARCH (l|member_listing|member_span|total|o|r|organization_total) USING (INDEX|PRIMARY KEY|INTEGER PRIMARY KEY) /,
    /^SCAN s VIRTUAL TABLE INDEX \d+:M1><$/,
    /^(CO-ROUTINE|SCAN) \(subquery-\d+\)$/,
    /^LIST SUBQUERY \d+$/,
    ...(sql.includes('json_each(+')
      ? [/^SCAN json_each VIRTUAL TABLE/, /^USE TEMP B-TREE FOR ORDER BY$/]
      : []),
  ]
  return steps.filter((step) => !fine.some((pattern) => pattern.test(step)))
}

test('A35 a cursor of another list, or none, is refused', async () => {
  const { nextCursor } = await list({ pageSize: 10 })
  if (!nextCursor) throw new Error('there is a next page')
  const refused = { message: expect.stringContaining('another list') }
  for (const cursor of [
    nextCursor.slice(0, -3),
    `${nextCursor.slice(0, 12)}${Buffer.from('[1]').toString('base64url')}`,
    `${nextCursor.slice(0, 12)}${Buffer.from('["99999999999999999999","x"]').toString('base64url')}`,
    `x${nextCursor.slice(1)}`,
    'null',
    '%00',
  ]) {
    await expect(list({ pageSize: 10, cursor }), cursor).rejects.toMatchObject(refused)
  }
  await expect(list({ cursor: nextCursor, sort: 'email' })).rejects.toMatchObject(refused)
  await expect(list({ cursor: nextCursor, direction: 'desc' })).rejects.toMatchObject(refused)
  await expect(list({ cursor: nextCursor, search: 'kim' })).rejects.toMatchObject(refused)
  await expect(
    home.as('outsider').members.list({ organization: 'globex', cursor: nextCursor }),
  ).rejects.toMatchObject(refused)
})

test('a cursor follows its member when others are given room, and stays where they were when they are renamed', async () => {
  const first = await list({ pageSize: 50 })
  if (!first.nextCursor) throw new Error('there is a next page')
  const next = await list({ pageSize: 50, cursor: first.nextCursor })
  const last = first.items.at(-1)
  if (!last) throw new Error('the page is not empty')
  const call = (display_name: string | null) =>
    home.deps.writer.run(async (tx) => {
      await tx.updateTable('member').set({ display_name }).where('id', '=', last.member).execute()
      await memberChanged(tx, last.member)
    })
  await call('Zzz moved away')
  const after = await list({ pageSize: 50, cursor: first.nextCursor })
  expect(after.items.map((one) => one.member)).toEqual(next.items.map((one) => one.member))
  await call(null)
})
