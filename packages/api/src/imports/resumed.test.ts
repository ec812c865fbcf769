import type { ImportCells } from '@roster/domain'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { acme, finish, linesOf, load, outcomes } from './testing.ts'

const homes: House[] = []
afterEach(async () => {
  for (const home of homes.splice(0)) await home.close()
})

/** Projects, groups and an open invitation; few seats, so that the order of rows matters. */
async function world(): Promise<House> {
  const home = await house()
  homes.push(home)
  const apollo = await addProject(home, 'Apollo')
  await addProject(home, 'Gemini')
  const group = await addGroup(home, 'Engineering')
  await addGroup(home, 'Design')
  await putInto(home, group, 'viewer')
  await giveInProject(home, apollo, { group }, 'viewer')
  await giveInProject(home, apollo, 'admin', 'admin')
  const owner = home.as('owner')
  await owner.invitations.send({ ...acme, recipients: ['open@new.test'] })
  await owner.organizations.update({ ...acme, policies: { seats: 10, blockedDomains: ['evil.test'] } })
  return home
}

/** What matters afterwards, without ids and hashes, which are never the same twice. */
async function stateOf(home: House): Promise<unknown> {
  const read = async (statement: ReturnType<typeof sql>) => (await statement.execute(home.deps.reader)).rows
  // Ids are given while a part is planned; which of two things has the smaller one says nothing.
  const inAnyOrder = async (statement: ReturnType<typeof sql>) =>
    (await read(statement)).map((row) => JSON.stringify(row)).sort()
  return {
    access: await inAnyOrder(sql`
      select u.username, i.email, i.state, g.name as via, r.name, p.name as project, a.expires_at, a.until is null as live
        from assignment a join role r on r.id = a.role_id left join project p on p.id = a.project_id
        left join member m on m.id = a.member_id left join user u on u.id = m.user_id
        left join invitation i on i.id = a.invitation_id left join "group" g on g.id = a.group_id
        order by a.id`),
    groups: await inAnyOrder(sql`
      select g.name, u.username, i.email, m.until is null as live from group_member m join "group" g on g.id = m.group_id
        left join member on member.id = m.member_id left join user u on u.id = member.user_id
        left join invitation i on i.id = m.invitation_id order by m.id`),
    invitations: await read(sql`
      select email, state, message, expires_at, message_id is not null as mailed from invitation order by id`),
    mail: await read(
      sql`select kind, state, count(*) as many from message group by kind, state order by kind, state`,
    ),
    trail: await read(sql`
      select entry ->> 'action' as action, entry ->> '$.target.kind' as kind from audit_entry order by sequence`),
    rows: await read(sql`select line, outcome, problems, person from import_row order by line`),
    totals: await read(
      sql`select members, invitations, groups from organization_total order by organization_id`,
    ),
  }
}

const cells: fc.Arbitrary<ImportCells> = fc
  .record({
    recipient: fc.constantFrom(
      ...[
        'a@new.test',
        'b@new.test',
        'c@new.test',
        'A@new.test',
        'open@new.test',
        'd@evil.test',
        'no address',
      ],
      ...['owner@acme.test', 'admin@acme.test', 'the-admin', '@the-outsider', 'outsider@acme.test'],
      ...['member@acme.test', 'the-member', 'the-viewer', 'removed@acme.test', 'the-nobody'],
    ),
    role: fc.constantFrom('', '', '', 'viewer', 'Admin', 'owner', 'emperor'),
    groups: fc.constantFrom('', 'Engineering', 'Design; Engineering', 'Nowhere'),
    projects: fc.constantFrom(
      '',
      '',
      'Apollo: viewer',
      'Apollo: admin; Gemini: editor',
      'Apollo: owner',
      'Apollo',
    ),
    expiry: fc.constantFrom('', '', '14', 'never', 'soon'),
  })
  .map((record) => Object.fromEntries(Object.entries(record).filter(([, text]) => text !== '')))

test('D35 T17 a run cut short anywhere, however often, gives exactly what one in one go gives', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(cells, { minLength: 1, maxLength: 14 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 14 }),
      fc.constantFrom('owner' as const, 'admin' as const),
      async (rows, cuts, who) => {
        const whole = await world()
        await finish(whole, await load(whole, rows, who), 100, who)

        const cut = await world()
        const id = await load(cut, rows, who)
        for (const most of cuts) {
          const { state } = await cut.as(who).imports.run({ ...acme, import: id, most })
          if (state !== 'running') break
          // A call that fails after its writing leaves nothing of it.
          await failing(cut)
        }
        const { state } = await cut.as(who).imports.get({ ...acme, import: id })
        if (state === 'running') await finish(cut, id, 3, who)
        expect(await stateOf(cut)).toEqual(await stateOf(whole))
        expect(await refused(cut.as(who).imports.run({ ...acme, import: id }))).toMatchObject({
          code: 'import-closed',
        })
      },
    ),
    { numRuns: 40 },
  )
}, 120_000)

/** A transaction that writes rows and is thrown away, as by a crash. */
async function failing({ deps }: House): Promise<void> {
  const crash = new Error('the power went')
  await deps.writer
    .run(async (tx) => {
      await sql`update import_row set outcome = 'refused' where outcome is null`.execute(tx)
      throw crash
    })
    .catch((reason: unknown) => {
      if (reason !== crash) throw reason
    })
}

test('D35 somebody who loses the right half-way does no more, and goes on once they have it again', async () => {
  const home = await world()
  const rows = ['a@new.test', 'b@new.test', 'c@new.test'].map((recipient) => ({ recipient }))
  const id = await load(home, rows, 'admin')
  await home.as('admin').imports.run({ ...acme, import: id, most: 1 })
  const change = (role: 'viewer' | 'admin') =>
    home.as('owner').members.changeRoles({
      ...acme,
      members: [home.people.admin.member ?? 'mem_'],
      role: home.roles[role],
    })
  await change('viewer')
  expect((await refused(home.as('admin').imports.run({ ...acme, import: id }))).code).toBe('not-permitted')
  expect(await outcomes(home, id)).toEqual(['invited', 'open', 'open'])
  await change('admin')
  await finish(home, id, 100, 'admin')
  expect(await outcomes(home, id)).toEqual(['invited', 'invited', 'invited'])
})

test('D35 A57 ten thousand rows, formulas, names from right to left and cells without end', async () => {
  const home = await house()
  homes.push(home)
  const rows: ImportCells[] = Array.from({ length: 10_000 }, (_, index) => ({
    recipient: `p${index}@new.test`,
    ...(index % 100 === 0 && { name: 'עדה לאבלייס' }),
  }))
  rows[1] = { recipient: "=cmd|' /C calc'!A0", groups: '=1+1' }
  rows[2] = { recipient: 'p2@new.test', message: 'x'.repeat(5_001) }
  const checked = await home.as('owner').imports.check({ ...acme, lines: [...linesOf(rows.slice(0, 1_000))] })
  expect(checked.filter(({ outcome }) => outcome === 'invited')).toHaveLength(998)
  const id = await load(home, rows)
  expect(await finish(home, id)).toMatchObject({ done: 10_000, invited: 9_998, refused: 2 })
  expect((await outcomes(home, id)).slice(0, 4)).toEqual([
    'invited',
    'refused, recipient invalid-email, groups name-unknown',
    'refused, message cell-too-long',
    'invited',
  ])
  const { items } = await home.as('owner').imports.rows({ ...acme, import: id, most: 1 })
  expect(items[0]?.name).toBe('עדה לאבלייס')
  expect((await home.as('owner').organizations.get(acme)).totals.invitations).toBe(9_998)
}, 60_000)
