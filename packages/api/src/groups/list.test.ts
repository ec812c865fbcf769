import { matches, nameKey, searchText } from '@roster/domain'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { crowd } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, putInto } from '../testing/places.ts'
import { plansOf, wholeWalks } from '../testing/plans.ts'
import { refused } from '../testing/refused.ts'
import { givenBy } from './given.ts'
import { standingsOf } from './held-through.ts'
import { peoplePart, peopleTotal } from './people.ts'
import { peopleAt } from './person-rows.ts'
import { isWithin, membersAnd } from './places.ts'
import { groupsWith } from './rows.ts'
import { putInGroup } from './store.ts'
import { edgesAround, edgesWithin } from './tree.ts'
import { walkGroups } from './walk.ts'

const organization = 'acme'
const GROUPS = 700
const PEOPLE = 400

let home: House
const names = Array.from(
  { length: GROUPS },
  (_, index) => [`Team ${index}`, `Équipe ${index % 60} ${index}`, `Support ${index}`][index % 3],
).map(String)
const all = async () => {
  const rows = await home.deps.reader
    .selectFrom('group')
    .selectAll()
    .where('organization_id', '=', home.acme)
    .execute()
  return rows.toSorted((a, b) => Buffer.compare(Buffer.from(a.name_key), Buffer.from(b.name_key)))
}
let members: Awaited<ReturnType<typeof crowd>>
let big: Awaited<ReturnType<typeof addGroup>>
let inner: typeof big

beforeAll(async () => {
  home = await house()
  for (const name of names) await addGroup(home, name)
  big = await addGroup(home, 'Big')
  inner = await addGroup(home, 'Inner')
  await putInto(home, big, { child: inner })
  await giveInProject(home, await addProject(home, 'Apollo'), { group: big }, 'viewer')
  members = await crowd(
    home,
    Array.from(
      { length: PEOPLE },
      (_, index) => `${['Kim', 'Ada', 'Zoë'][index % 3]} ${(index * 37) % PEOPLE}`,
    ),
  )
  await home.deps.writer.run(async (tx) => {
    for (const [index, { member }] of members.entries()) {
      for (const group of index % 4 === 0 ? [inner] : index % 4 === 1 ? [big, inner] : [big]) {
        const who = { member }
        const at = { organization: home.acme, by: null, now: home.now() }
        await putInGroup(tx, home.deps.newId, { ...at, group, who, manager: index === 5 })
      }
    }
  })
}, 60_000)
afterAll(() => home.close())

async function walk<Item>(
  next: (cursor: string | undefined) => Promise<{ items: readonly Item[]; nextCursor: string | null }>,
): Promise<readonly Item[]> {
  const items: Item[] = []
  for (let cursor: string | undefined; ; ) {
    const page = await next(cursor)
    items.push(...page.items)
    if (page.nextCursor === null) return items
    cursor = page.nextCursor
  }
}

test.each(['', 'team', 'équipe 5', 'EQUIPE', 'support 69', '1', 'nobody', 'te 12'])(
  'I17 groups searched for "%s" are those an oracle finds, in its order, by cursor and by page',
  async (search) => {
    const expected = (await all()).filter((row) =>
      matches(searchText({ name: row.name, title: row.description }), search),
    )
    const caller = home.as('owner')
    const found = await walk((cursor) => caller.groups.list({ organization, search, cursor, pageSize: 60 }))
    expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
    const page = await caller.groups.list({ organization, search, page: 2, pageSize: 10 })
    expect(page.items.map(({ id }) => id)).toEqual(expected.slice(10, 20).map(({ id }) => id))
    const counted = search === '' ? expected.length : Math.min(expected.length, 500)
    expect([page.total, page.totalIsCapped]).toEqual([counted, counted < expected.length])
  },
)

test('a renamed group is found by its new name only, a deleted one not at all', async () => {
  const caller = home.as('owner')
  const { group } = await caller.groups.create({ organization, name: 'Xylophones', description: 'Zithers' })
  const found = async (search: string) => (await caller.groups.list({ organization, search })).total
  expect([await found('xylo'), await found('zither')]).toEqual([1, 1])
  await caller.groups.update({ organization, group, name: 'Yodelling' })
  expect([await found('xylo'), await found('yodel'), await found('zither')]).toEqual([0, 1, 1])
  const { total } = await caller.groups.list({ organization })
  await caller.groups.delete({ organization, group })
  expect([await found('yodel'), (await caller.groups.list({ organization })).total]).toEqual([0, total - 1])
})

describe.each([false, true])('I10 the people of a group, nested: %s', (nested) => {
  test.each(['', 'kim', 'zoe 1', 'ada 39'])('searched for "%s", as an oracle finds them', async (search) => {
    const { items } = await home.as('owner').members.list({ organization, search, pageSize: 100 })
    const everybody = await walk((cursor) =>
      home.as('owner').members.list({ organization, search, cursor, pageSize: 100 }),
    )
    expect(everybody.length).toBeGreaterThanOrEqual(items.length)
    const inBig = new Set(members.flatMap(({ member }, index) => (nested || index % 4 !== 0 ? [member] : [])))
    const expected = everybody.filter(({ member }) => inBig.has(member)).map(({ member }) => member)
    const caller = home.as('owner')
    const ask = { organization, group: big, nested, search }
    const found = await walk((cursor) => caller.groups.members({ ...ask, cursor, pageSize: 40 }))
    expect(found.map(({ member }) => member)).toEqual(expected)
    expect(found.every(({ through }) => through === null || (nested && through.id === inner))).toBe(true)
    const page = await caller.groups.members({ ...ask, page: 2, pageSize: 25 })
    expect(page.items.map(({ member }) => member)).toEqual(expected.slice(25, 50))
    expect([page.total, page.totalIsCapped]).toEqual([expected.length, false])
  })
})

test('the list of a group follows when somebody is called differently', async () => {
  const [, first] = members
  if (!first) throw new Error('nobody is there')
  const caller = home.as('owner')
  const last = async () => {
    const { items } = await caller.groups.members({ organization, group: big, page: 3, pageSize: 100 })
    return items.at(-1)?.name
  }
  await caller.members.update({ organization, member: first.member, displayName: 'Żyła' })
  expect(nameKey('Żyła') > nameKey('Zoë 399')).toBe(true)
  expect(await last()).toBe('Żyła')
  await caller.members.update({ organization, member: first.member, displayName: null })
  expect(await last()).not.toBe('Żyła')
})

test('a cursor of another search is refused', async () => {
  const caller = home.as('owner')
  const { nextCursor } = await caller.groups.list({ organization, pageSize: 5 })
  const call = caller.groups.list({ organization, search: 'team', cursor: nextCursor ?? '' })
  expect(await refused(call)).toMatchObject({ code: 'cursor-invalid' })
})

test('a member offered to be put into a group is marked when they are in it', async () => {
  const offered = await home.as('owner').groups.candidates({ organization, group: inner, search: 'kim' })
  expect(offered).toHaveLength(8)
  const inside = new Set(members.flatMap(({ member }, index) => (index % 4 < 2 ? [member] : [])))
  for (const { member, inGroup } of offered) expect(inGroup).toBe(inside.has(member))
})

describe.each(['before SQLite knows the data', 'after it has looked'])('%s', (when) => {
  beforeAll(async () => {
    if (when === 'after it has looked') {
      await home.deps.writer.run(async (tx) => {
        await sql`analyze`.execute(tx)
      })
    }
  })
  test('I10 I17 whatever is asked of groups is looked up, never walked whole', async () => {
    const [someone] = members
    if (!someone) throw new Error('nobody is there')
    const { acme } = home
    const { number } = await home.deps.reader
      .selectFrom('organization')
      .select('number')
      .where('id', '=', acme)
      .executeTakeFirstOrThrow()
    const at = { organization: acme, group: big }
    const place = { after: { id: big, name_key: nameKey('Big') }, skip: 0, wanted: 26 }
    const policies = { ...(await home.as('owner').organizations.get({ organization })).policies }
    const plans = await plansOf(home.database.reader, async (db) => {
      await walkGroups(db, { organization: acme, number, needles: [] }, place)
      await walkGroups(db, { organization: acme, number, needles: ['team'] }, { ...place, after: null })
      await groupsWith(db, acme, [big, inner], someone.member)
      await edgesAround(db, { ...at, group: inner })
      await edgesWithin(db, at)
      await givenBy(db, { id: acme, policies }, inner, home.now())
      await isWithin(db, acme, big, someone.member)
      await membersAnd(
        db,
        acme,
        big,
        members.map(({ member }) => member),
      )
      await standingsOf(
        db,
        { id: acme, policies },
        members.slice(0, 50).map(({ member }) => member),
        home.now(),
      )
      for (const size of [300, 100_000]) {
        const list = { number, needles: ['kim'], groups: [{ id: big, members: size }] }
        const from = { name_key: nameKey('Kim'), member_id: someone.member }
        const found = await peoplePart(db, list, { after: from, skip: 0, wanted: 26 })
        await peoplePart(db, { ...list, needles: [] }, { after: from, skip: 0, wanted: 26 })
        await peopleTotal(db, list)
        await peopleAt(db, acme, found, home.people.owner.id)
      }
    })
    // The few that a search or a step found are sorted on the spot, and lists given are gone through.
    const walks = wholeWalks(plans).filter(
      (step) => !/USE TEMP B-TREE|VIRTUAL TABLE|^SCAN (around|within|through|j|found)\b/.test(step),
    )
    expect(walks).toEqual([])
    const walked = plans.filter(({ sql }) => /from group_listing g\s+where|from "group" g\s+where/.test(sql))
    expect(walked.length).toBeGreaterThanOrEqual(4)
    expect(walked.flatMap(({ steps }) => steps).filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  })
})
