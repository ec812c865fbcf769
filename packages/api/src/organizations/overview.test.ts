import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { beginMembership, endMembership } from '../members/store.ts'
import { callBy, contextFor } from '../testing/call.ts'
import { addAccount, type House, house, type Part } from '../testing/house.ts'
import { plansOf } from '../testing/plans.ts'
import { membersOverTime } from './history.ts'

const DAY = 86_400_000
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const overview = (part: Part, organization = 'acme') => home.as(part).organizations.overview({ organization })
const suggestions = async (part: Part, organization = 'acme') =>
  (await overview(part, organization)).suggestions

async function join(name: string) {
  const account = await addAccount(home.deps, name, home.now())
  await home.deps.writer.run((tx) =>
    beginMembership(tx, home.deps.newId, {
      organization: home.acme,
      user: account.id,
      role: home.roles.member,
      source: 'import',
      by: null,
      now: home.now(),
    }),
  )
  return account
}

async function leave(part: 'member' | 'viewer') {
  await home.deps.writer.run(async (tx) => {
    const { member } = home.people[part]
    if (!member) throw new Error('everybody here is a member')
    await endMembership(tx, { organization: home.acme, member, by: home.people.owner.id, now: home.now() })
  })
}

test('T10 somebody alone is asked to invite, and is not any more once somebody is invited', async () => {
  expect(await suggestions('outsider', 'globex')).toEqual(['invite-members'])
  await home.as('outsider').invitations.send({ organization: 'globex', recipients: ['eve@example.test'] })
  expect(await suggestions('outsider', 'globex')).toEqual([])
})

test('T10 a single owner among others is asked for a second one, and nobody else is', async () => {
  expect(await suggestions('owner')).toEqual(['add-second-owner'])
  expect(await suggestions('admin')).toEqual([])
  expect(await suggestions('member')).toEqual([])
  await home.as('owner').members.changeRoles({
    organization: 'acme',
    members: [home.people.admin.member ?? ''],
    role: home.roles.owner,
  })
  expect(await suggestions('owner')).toEqual([])
})

test('T10 mail is to be configured by those who may, and an address verified only where mail goes out', async () => {
  const silent = await house({ mail: 'none' })
  const unverify = (one: House, part: Part) =>
    one.deps.writer.run((tx) =>
      tx.updateTable('user').set({ email_verified_at: null }).where('id', '=', one.people[part].id).execute(),
    )
  await unverify(silent, 'admin')
  await unverify(home, 'admin')
  const of = async (one: House, part: Part) =>
    (await one.as(part).organizations.overview({ organization: 'acme' })).suggestions
  expect(await of(silent, 'admin')).toEqual(['configure-mail'])
  expect(await of(silent, 'member')).toEqual([])
  expect(await of(home, 'admin')).toEqual(['verify-email'])
  await silent.close()
})

test('D44 mail that failed is to be reviewed until nobody waits for it', async () => {
  const [sent] = await home
    .as('admin')
    .invitations.send({ organization: 'acme', recipients: ['eve@example.test'] })
  if (!sent?.ok) throw new Error('the invitation was refused')
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('message')
      .set({ state: 'failed', settled_at: home.now(), next_attempt_at: null, outcome: '550 no such user' })
      .where('kind', '=', 'invitation')
      .execute(),
  )
  expect((await overview('admin')).totals).toEqual({
    members: 5,
    invitations: 1,
    expiringSoon: 0,
    undeliverable: 1,
  })
  expect(await suggestions('admin')).toEqual(['review-failed-mail'])
  expect(await suggestions('auditor')).toEqual([])
  await home.as('admin').invitations.revoke({ organization: 'acme', invitations: [sent.result.invitation] })
  expect((await overview('admin')).totals.undeliverable).toBe(0)
  expect(await suggestions('admin')).toEqual([])
})

test('D43 open invitations with less than 48 hours left are counted', async () => {
  await home.as('admin').invitations.send({ organization: 'acme', recipients: ['eve@example.test'] })
  const soon = async () => (await overview('admin')).totals.expiringSoon
  expect(await soon()).toBe(0)
  home.advance(5 * DAY + 1)
  expect(await soon()).toBe(1)
  home.advance(2 * DAY)
  expect(await soon()).toBe(0)
})

test('T23 who may not see invitations or members learns nothing of them here', async () => {
  const seen = await overview('member')
  expect(seen.totals).toEqual({ members: 5, invitations: null, expiringSoon: null, undeliverable: null })
  const auditor = await overview('auditor')
  expect(auditor.totals.invitations).toBe(0)
  expect(auditor.recentlyJoined).toEqual([])
})

test('who joined last comes first, and whoever left is not among them', async () => {
  home.advance(DAY)
  const eve = await join('eve')
  home.advance(DAY)
  const mallory = await join('mallory')
  await leave('viewer')
  const { recentlyJoined, roleMix } = await overview('owner')
  expect(recentlyJoined.slice(0, 2)).toMatchObject([
    { user: mallory.id, name: 'The mallory', email: mallory.email, at: home.now() },
    { user: eve.id, at: home.now() - DAY },
  ])
  expect(recentlyJoined).toHaveLength(5)
  expect(recentlyJoined.map((person) => person.user)).not.toContain(home.people.viewer.id)
  expect(roleMix.map(({ role, members }) => [role.name, members])).toEqual([
    ['Auditor', 1],
    ['Member', 3],
    ['Admin', 1],
    ['Owner', 1],
  ])
})

test('members over time is what the lifespans say, a point a day', async () => {
  const points = async () => (await overview('owner')).membersOverTime.map((point) => point.members)
  expect(await points()).toEqual([5])
  home.advance(DAY)
  await join('eve')
  await join('mallory')
  home.advance(2 * DAY)
  await leave('viewer')
  await leave('member')
  expect(await points()).toEqual([5, 7, 7, 5])
  home.advance(300 * DAY)
  const late = (await overview('owner')).membersOverTime
  expect(late).toHaveLength(90)
  expect(late.every((point) => point.members === 5)).toBe(true)
  expect(late.at(-1)?.at).toBe(Math.floor(home.now() / DAY) * DAY)
})

test('members over time agrees with asking who was a member at the end of each day', async () => {
  for (let index = 0; index < 40; index++) {
    home.advance((1 + (index % 5)) * 17 * 3_600_000)
    const account = await join(`person-${index}`)
    if (index % 3 === 0) {
      home.advance(3 * 3_600_000)
      const member = await home.deps.reader
        .selectFrom('member')
        .select('id')
        .where('user_id', '=', account.id)
        .executeTakeFirstOrThrow()
      await home.deps.writer.run((tx) =>
        endMembership(tx, {
          organization: home.acme,
          member: member.id,
          by: home.people.owner.id,
          now: home.now(),
        }),
      )
    }
  }
  const rows = await home.deps.reader
    .selectFrom('member')
    .select(['since', 'until'])
    .where('organization_id', '=', home.acme)
    .execute()
  const memberAt = (at: number) =>
    rows.filter((row) => row.since < at && (row.until === null || row.until >= at)).length
  const { membersOverTime: points } = await overview('owner')
  expect(points.length).toBeGreaterThan(60)
  for (const point of points) {
    expect([point.at, point.members]).toEqual([point.at, memberAt(Math.min(point.at + DAY, home.now() + 1))])
  }
})

test('members over time is exact also on days when thousands came at once', async () => {
  const { acme, deps } = home
  const joined = 12_345
  const at = home.now() + 3 * DAY
  await deps.writer.run(async (tx) => {
    await sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${joined})
      insert into user (id, name, created_at) select 'usr_' || i, 'Somebody', 0 from n`.execute(tx)
    await sql`with recursive n (i) as (select 1 union all select i + 1 from n where i < ${joined})
      insert into member (id, organization_id, user_id, source, since, until)
      select 'mem_' || i, ${acme}, 'usr_' || i, 'import', ${at} + (i % 7) * (i % 1000), null from n`.execute(
      tx,
    )
    await sql`update member set until = ${at + DAY} where source = 'import' and length(id) > 8`.execute(tx)
  })
  home.advance(4 * DAY)
  const { members } = (await home.as('owner').organizations.get({ organization: 'acme' })).totals
  const points = await membersOverTime(deps.reader, { id: acme, since: at - 5 * DAY, members }, home.now())
  expect(points.map((point) => point.members)).toEqual([0, 0, 5, 5, 5, 5 + joined, members])
})

test('the home page of a big organization walks none of its tables', async () => {
  const { deps, people } = home
  const plans = await plansOf(deps.reader, (reader) =>
    callBy(
      { ...contextFor(home, people.owner.id), reader },
      { path: 'organizations.overview', type: 'query' },
      { organization: 'acme' },
    ),
  )
  const steps = plans.flatMap((plan) => plan.steps)
  expect(steps.filter((step) => /^SCAN (?!json_each|j VIRTUAL|through|day|\(|CONSTANT)/.test(step))).toEqual(
    [],
  )
  // The latest to join are the first of their index, and no more than a few are looked at; one project is enough to
  // know that there are any; roles are few.
  expect(steps.filter((step) => /\(organization_id=\?\)$/.test(step)).toSorted()).toEqual([
    'SEARCH member USING INDEX member_joined (organization_id=?)',
    'SEARCH project USING COVERING INDEX project_by_since (organization_id=?)',
    'SEARCH r USING INDEX role_by_name (organization_id=?)',
    'SEARCH total USING INDEX sqlite_autoindex_organization_total_1 (organization_id=?)',
  ])
  expect(steps).toContain(
    'SEARCH member_day USING PRIMARY KEY (organization_id=? AND span=? AND first>? AND first<?)',
  )
  expect(steps.join('\n')).toMatch(/SEARCH m USING INDEX message_failed/)
})
