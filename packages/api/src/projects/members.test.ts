import type { GroupId, MemberId, ProjectId, RoleId } from '@roster/domain'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { placeOfRow } from '../members/rows.ts'
import { needlesOf } from '../members/search.ts'
import { crowd } from '../testing/crowd.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, projectRole, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { BY_NAME, gatheredPage, walkedPage } from './people-page.ts'
import { reachOf } from './reach.ts'

let home: House
let project: ProjectId
let engineering: GroupId
beforeEach(async () => {
  home = await house()
  project = await addProject(home, 'Apollo')
  engineering = await addGroup(home, 'Engineering')
})
afterEach(() => home.close())

const acme = { organization: 'acme' }
const list = (input: object = {}) => home.as('owner').projects.members({ ...acme, project, ...input })

test('C1 C3 everybody in a project is listed once, with what was given in person and what comes through groups', async () => {
  const platform = await addGroup(home, 'Platform')
  await putInto(home, engineering, { child: platform })
  await putInto(home, platform, 'member')
  await putInto(home, engineering, 'viewer')
  const held = await giveInProject(home, project, { group: engineering }, 'editor')
  await giveInProject(home, project, 'member', 'viewer')
  const auditor = await giveInProject(home, project, 'auditor', 'admin')
  const page = await list()
  expect(page).toMatchObject({ total: 3, totalIsCapped: false, page: 1, nextCursor: null })
  expect(page.items).toMatchObject([
    {
      name: 'The auditor',
      role: { key: 'admin' },
      through: [],
      direct: { assignment: auditor },
      expired: false,
    },
    {
      name: 'The member',
      role: { key: 'editor' },
      direct: { role: { key: 'viewer' }, expiresAt: null, by: null },
      through: [
        { group: { id: engineering, name: 'Engineering' }, role: { key: 'editor' }, assignment: held },
      ],
      organizationRole: { key: 'member' },
    },
    { name: 'The viewer', role: { key: 'editor' }, direct: null },
  ])
  expect(await home.as('owner').projects.get({ ...acme, project })).toMatchObject({ members: 2, people: 3 })
  const names = async (input: object) => (await list(input)).items.map((one) => one.name)
  expect(await names({ via: 'direct' })).toEqual(['The auditor', 'The member'])
  expect(await names({ via: 'group' })).toEqual(['The member', 'The viewer'])
  expect(await names({ role: await projectRole(home, home.acme, 'editor') })).toEqual([
    'The member',
    'The viewer',
  ])
  expect(await names({ role: home.roles.member })).toEqual([])
  expect(await names({ search: 'aud' })).toEqual(['The auditor'])
  expect(await home.as('owner').projects.groups({ ...acme, project })).toMatchObject([
    {
      group: { id: engineering, name: 'Engineering' },
      role: { key: 'editor' },
      members: 1,
      groups: 1,
      expired: false,
      refusal: null,
    },
  ])
})

test('what has ended by itself stays visible as ended, and through a group it gives nothing any more', async () => {
  await putInto(home, engineering, 'viewer')
  await giveInProject(home, project, { group: engineering }, 'editor', home.now() + 1_000)
  await giveInProject(home, project, 'member', 'editor', home.now() + 1_000)
  expect((await list()).items.map((one) => [one.name, one.expired])).toEqual([
    ['The member', false],
    ['The viewer', false],
  ])
  home.advance(1_000)
  expect((await list()).items).toMatchObject([{ name: 'The member', expired: true, role: { key: 'editor' } }])
  expect(await home.as('owner').projects.groups({ ...acme, project })).toMatchObject([{ expired: true }])
  const call = home.as('member').projects.members({ ...acme, project })
  expect((await refused(call)).code).toBe('not-found')
})

test('D29 the page says why somebody’s role is not the reader’s to change', async () => {
  await giveInProject(home, project, 'member', 'admin')
  await giveInProject(home, project, 'viewer', 'owner')
  const seen = await home.as('member').projects.members({ ...acme, project })
  expect(seen.items.map((one) => [one.name, one.refusal])).toEqual([
    ['The member', null],
    [
      'The viewer',
      'You cannot give or take away more than you hold yourself. Ask an owner of the organization.',
    ],
  ])
})

test('C7 the few that are gathered and the many that are walked to are the same people, page by page', async () => {
  const names = Array.from(
    { length: 900 },
    (_, index) => `${index % 3 ? 'Kim' : 'Ada'} ${(index * 7919) % 900}`,
  )
  const people = (await crowd(home, names)).map((one) => one.member)
  const inner = await addGroup(home, 'Inner')
  await putInto(home, engineering, { child: inner })
  await giveInProject(home, project, { group: engineering }, 'viewer')
  const role = await projectRole(home, home.acme, 'editor')
  await give(
    people.filter((_, index) => index % 2 === 0),
    role,
  )
  await place(
    people.filter((_, index) => index % 5 === 0),
    inner,
  )
  await place(
    people.filter((_, index) => index % 7 === 0),
    engineering,
  )
  const at = { organization: home.acme, project }
  const { reader: db } = home.deps
  const number = 1
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(null, role),
      fc.constantFrom(null, 'direct' as const, 'group' as const),
      fc.constantFrom('', 'kim', 'ada 1', 'xyzzy'),
      fc.constantFrom(7, 40, 100),
      async (of, via, search, pageSize) => {
        const reach = await reachOf(db, at, home.now(), { role: of, via })
        const walkOf = async (page: typeof gatheredPage) => {
          const found: MemberId[] = []
          let after = null
          do {
            const next = await page(db, reach, needlesOf(search), { page: 1, pageSize, after })
            found.push(...next.rows.map((row) => row.member_id))
            after = next.next && placeOfRow(next.next, BY_NAME)
          } while (after)
          return found
        }
        const gathered = await walkOf(gatheredPage)
        const walked = await walkOf((...rest) => walkedPage(rest[0], number, rest[1], rest[2], rest[3]))
        expect(walked).toEqual(gathered)
        expect(new Set(gathered).size).toBe(gathered.length)
        const meant = people.filter((_, index) => {
          const direct = via !== 'group' && index % 2 === 0
          const grouped = via !== 'direct' && of === null && (index % 5 === 0 || index % 7 === 0)
          return (direct || grouped) && (search === '' || (names[index] ?? '').toLowerCase().includes(search))
        })
        if (search !== 'ada 1') expect(new Set(gathered)).toEqual(new Set(meant))
      },
    ),
    { numRuns: 40 },
  )
}, 60_000)

async function give(members: readonly MemberId[], role: RoleId): Promise<void> {
  const { writer, newId } = home.deps
  await writer.run((tx) =>
    tx
      .insertInto('assignment')
      .values(
        members.map((member) => ({
          id: newId('asg'),
          organization_id: home.acme,
          member_id: member,
          group_id: null,
          invitation_id: null,
          role_id: role,
          project_id: project,
          since: home.now(),
          until: null,
          expires_at: null,
          given_by: null,
          ended_by: null,
          reason: null,
        })),
      )
      .execute(),
  )
}

async function place(members: readonly MemberId[], group: GroupId): Promise<void> {
  const { writer, newId } = home.deps
  await writer.run((tx) =>
    tx
      .insertInto('group_member')
      .values(
        members.map((member) => ({
          id: newId('gme'),
          organization_id: home.acme,
          group_id: group,
          member_id: member,
          child_group_id: null,
          invitation_id: null,
          since: home.now(),
          until: null,
          given_by: null,
          ended_by: null,
        })),
      )
      .execute(),
  )
}

test('I14 I15 whoever is removed from the organization is in none of its projects; the others stay', async () => {
  await giveInProject(home, project, 'member', 'editor')
  await giveInProject(home, project, 'viewer', 'viewer')
  await home.as('owner').members.remove({ ...acme, members: [memberOf(home, 'member')] })
  expect((await list()).items.map((one) => one.name)).toEqual(['The viewer'])
  expect(await home.as('owner').projects.get({ ...acme, project })).toMatchObject({ members: 1 })
})
