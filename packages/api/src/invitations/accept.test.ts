import { afterEach, beforeEach, expect, test } from 'vitest'
import { namesOf } from '../platform/names.ts'
import { type House, house } from '../testing/house.ts'
import { account, invite, mailedSecret, rolesOf, row, trail } from './testing.ts'

let home: House
let eve: Awaited<ReturnType<typeof account>>
beforeEach(async () => {
  home = await house()
  eve = await account(home, 'eve')
})
afterEach(() => home.close())

const accept = (invitation: string, secret?: string, user = eve.id) =>
  home.asUser(user).invitations.accept({ invitation, ...(secret !== undefined && { secret }) })

test('T5 C2 O7 O12 accepting gives exactly the terms of the invitation, and both chains of events tell of it', async () => {
  const id = await invite(home, eve.email, { role: home.roles.admin, as: 'owner' })
  expect(await rolesOf(home, eve.id)).toEqual([])
  home.advance(1_000)
  const joined = await accept(id, await mailedSecret(home, id))
  expect(joined).toEqual({
    organization: 'acme',
    role: { id: home.roles.admin, key: 'admin', name: 'Admin' },
    leftOut: [],
  })
  expect(await rolesOf(home, eve.id)).toEqual([
    { role_id: home.roles.admin, project_id: null, given_by: home.people.owner.id, source: 'invitation' },
  ])
  const closed = await row(home, id)
  expect(closed).toMatchObject({ state: 'accepted', closed_at: home.now(), closed_by: eve.id })
  const terms = await home.database.reader
    .selectFrom('assignment')
    .select('until')
    .where('invitation_id', '=', id)
    .execute()
  expect(terms).toEqual([{ until: home.now() }])
  const entries = (await trail(home, home.acme)).slice(-2)
  expect(entries).toMatchObject([
    {
      action: 'invitation.accepted',
      actor: { id: eve.id },
      target: { kind: 'invitation', id },
      facts: { proof: 'mailed-link' },
    },
    {
      action: 'member.joined',
      actor: { id: eve.id },
      target: { kind: 'user', id: eve.id },
      facts: { member: closed.member_id, role: home.roles.admin, invitation: id },
    },
  ])
  const { totals } = await home.as('owner').organizations.get({ organization: 'acme' })
  expect(totals).toEqual({ members: 6, invitations: 0 })
  expect(await home.asUser(eve.id).organizations.get({ organization: 'acme' })).toMatchObject({
    slug: 'acme',
  })
})

test('O13 a verified addressee accepts from their own account, without the link', async () => {
  const id = await invite(home, eve.email)
  await accept(id)
  expect((await row(home, id)).state).toBe('accepted')
})

test('D42 the welcome letter is written when asked for, and only then', async () => {
  const letters = async () =>
    home.database.reader
      .selectFrom('message')
      .select(['event', 'reference_id'])
      .where('kind', '=', 'welcome')
      .execute()
  const id = await invite(home, eve.email, { welcome: false })
  await accept(id)
  expect(await letters()).toEqual([])
  const bob = await account(home, 'bob')
  const other = await invite(home, bob.email)
  await accept(other, undefined, bob.id)
  expect(await letters()).toEqual([{ event: `welcome:${other}`, reference_id: other }])
})

test('I8 the inviter and the invitee hear of it', async () => {
  const id = await invite(home, eve.email)
  const heard: unknown[] = []
  home.deps.changes.subscribe((change) => heard.push(change))
  await accept(id)
  const people = [eve.id, home.people.owner.id]
  expect(heard).toEqual([
    { slice: 'invitations', organization: home.acme, people },
    { slice: 'members', organization: home.acme, people },
  ])
})

test('I11 roles at projects that were part of the invitation are given with it, those of ended projects are not', async () => {
  const id = await invite(home, eve.email)
  const projects = [home.deps.newId('prj'), home.deps.newId('prj')]
  const role = await home.database.reader
    .selectFrom('role')
    .select('id')
    .where('organization_id', '=', home.acme)
    .where('level', '=', 'project')
    .where('key', '=', 'editor')
    .executeTakeFirstOrThrow()
  await home.deps.writer.run(async (tx) => {
    for (const [index, project] of projects.entries()) {
      const now = home.now()
      await tx
        .insertInto('project')
        .values({
          id: project,
          organization_id: home.acme,
          ...namesOf(`P${index}`),
          since: now,
          until: index ? now : null,
        })
        .execute()
      await tx
        .insertInto('assignment')
        .values({
          id: home.deps.newId('asg'),
          organization_id: home.acme,
          member_id: null,
          group_id: null,
          invitation_id: id,
          role_id: role.id,
          project_id: project,
          since: now,
          until: null,
          expires_at: null,
          given_by: home.people.owner.id,
          ended_by: null,
          reason: null,
        })
        .execute()
    }
  })
  await accept(id)
  const given = await rolesOf(home, eve.id)
  expect(given.map((one) => [one.role_id, one.project_id])).toEqual([
    [home.roles.member, null],
    [role.id, projects[0]],
  ])
  const open = await home.database.reader
    .selectFrom('assignment')
    .select('id')
    .where('invitation_id', '=', id)
    .where('until', 'is', null)
    .execute()
  expect(open).toEqual([])
})
