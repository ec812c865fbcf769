import type { ProjectId } from '@roster/domain'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme, idOf, lastEntry, untouched } from '../members/testing.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, projectRole, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'

const DAY = 24 * 60 * 60 * 1_000
let home: House
let apollo: ProjectId
beforeEach(async () => {
  home = await house()
  apollo = await addProject(home, 'Apollo')
})
afterEach(() => home.close())

const effective = (part: 'member' | 'viewer') =>
  home.as('owner').assignments.effective({ ...acme, member: idOf(home, part), project: apollo })

test('an assignment past its end never allows, directly or through a group, whatever was asked when', async () => {
  const crew = await addGroup(home, 'Crew')
  await putInto(home, crew, 'viewer')
  const start = home.now()
  const direct = start + 10 * DAY
  const through = start + 20 * DAY
  await giveInProject(home, apollo, 'member', 'admin', direct)
  await giveInProject(home, apollo, { group: crew }, 'admin', through)
  const may = (part: 'member' | 'viewer') =>
    home.as(part).assignments.preview({
      ...acme,
      members: [idOf(home, 'admin')],
      projects: [apollo],
      role: home.roles.admin,
    })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 30 * DAY }), async (later) => {
      const at = start + later
      home.advance(at - home.now())
      for (const [part, end] of [
        ['member', direct],
        ['viewer', through],
      ] as const) {
        const [answer] = await may(part)
        const { scopes, expired } = await effective(part)
        // At another level, the role itself is refused only to those who may assign here at all.
        expect([part, later, answer?.refusal?.code]).toEqual([
          part,
          later,
          at < end ? 'role-level-mismatch' : 'not-found',
        ])
        expect(scopes[0]?.permissions.length === 0).toBe(at >= end)
        expect(expired.length > 0).toBe(at >= end)
      }
    }),
    { numRuns: 40 },
  )
})

test('what has expired stays visible as expired, and is renewed with one click', async () => {
  const end = home.now() + DAY
  const assignment = await giveInProject(home, apollo, 'member', 'editor', end)
  const listed = async () => (await home.as('admin').assignments.expiring(acme)).items
  expect(await listed()).toMatchObject([
    {
      assignment,
      state: 'ending',
      expiresAt: end,
      subject: { kind: 'member', person: { name: 'The member' } },
      project: { id: apollo, name: 'Apollo' },
      role: { key: 'editor' },
      refusal: null,
    },
  ])
  home.advance(2 * DAY)
  expect(await listed()).toMatchObject([{ assignment, state: 'expired' }])
  expect((await effective('member')).expired).toMatchObject([{ assignment, expiresAt: end }])

  const until = home.now() + 90 * DAY
  const renewed = await home.as('admin').assignments.renew({ ...acme, assignment, expiresAt: until })
  expect(renewed.undo).toEqual({
    subject: { member: idOf(home, 'member') },
    project: apollo,
    role: null,
    from: await projectRole(home, home.acme, 'editor'),
  })
  expect(await lastEntry(home)).toMatchObject({
    action: 'assignment.renewed',
    target: { kind: 'user', id: home.people.member.id },
    facts: { project: apollo, assignment: renewed.assignment, expires_at: until, role_name: 'Editor' },
  })
  expect(await listed()).toEqual([])
  expect((await effective('member')).because).toMatchObject([
    { role: { key: 'member' } },
    { assignment: renewed.assignment, expiresAt: until },
  ])
  // The day in between stays a day without access.
  const rows = await home.deps.reader
    .selectFrom('assignment')
    .select(['since', 'until', 'expires_at'])
    .where('project_id', '=', apollo)
    .orderBy('since')
    .execute()
  expect(rows).toEqual([
    { since: end - DAY, until: home.now(), expires_at: end },
    { since: home.now(), until: null, expires_at: until },
  ])
})

test('a renewal asks the same rule as giving does', async () => {
  const assignment = await giveInProject(home, apollo, 'viewer', 'owner', home.now() + DAY)
  const renew = (part: 'admin' | 'viewer' | 'member', days: number) =>
    refused(home.as(part).assignments.renew({ ...acme, assignment, expiresAt: home.now() + days * DAY }))
  expect((await untouched(home, () => renew('admin', 5))).code).toBe('beyond-your-own')
  expect((await untouched(home, () => renew('viewer', 5))).code).toBe('beyond-your-own')
  expect((await untouched(home, () => renew('member', 5))).code).toBe('not-found')
  await home.as('owner').assignments.renew({ ...acme, assignment, expiresAt: null })
  const again = home.as('owner').assignments.renew({ ...acme, assignment, expiresAt: null })
  expect((await refused(again)).code).toBe('changed-meanwhile')
})

test('giving the same role without a word about its end leaves the end as it is', async () => {
  const end = home.now() + DAY
  await giveInProject(home, apollo, 'member', 'viewer', end)
  const ask = {
    ...acme,
    members: [idOf(home, 'member')],
    projects: [apollo],
    role: await projectRole(home, home.acme, 'viewer'),
  }
  expect(await home.as('admin').assignments.assign(ask)).toMatchObject([{ result: { changed: false } }])
  await home.as('admin').assignments.assign({ ...ask, expiresAt: null })
  expect((await effective('member')).because.at(-1)).toMatchObject({ expiresAt: null })
})

test('what ends is listed to those who see the people of the project', async () => {
  const gemini = await addProject(home, 'Gemini')
  await giveInProject(home, apollo, 'member', 'viewer', home.now() + DAY)
  await giveInProject(home, gemini, 'admin', 'viewer', home.now() + DAY)
  const seen = async (part: 'member' | 'viewer' | 'owner') =>
    (await home.as(part).assignments.expiring(acme)).items.map((one) => one.project?.name)
  expect(await seen('owner')).toEqual(['Apollo', 'Gemini'])
  expect(await seen('member')).toEqual(['Apollo'])
  expect(await seen('viewer')).toEqual([])
  const asked = home.as('viewer').assignments.expiring({ ...acme, project: apollo })
  expect((await refused(asked)).code).toBe('not-found')
})
