import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { type Program, programOf } from '../testing/program.ts'

let home: House
let program: Program
beforeEach(async () => {
  home = await house()
  program = await programOf(home, 'owner', 'owner')
})
afterEach(() => home.close())

const ALL = '/organizations/acme/groups'

async function group(name: string): Promise<string> {
  const { status, body } = await program(`POST ${ALL}`, { body: { name } })
  expect(status).toBe(201)
  return body.id
}

test('members are put into a group and taken out of it, each with a result of their own', async () => {
  const crew = await group('Crew')
  const { viewer, member, removed } = home.people
  const { body } = await program(`POST ${ALL}/${crew}/members`, {
    body: { members: [viewer.member, removed.member, member.member] },
  })
  expect(body.results).toMatchObject([
    { ok: true, result: { id: viewer.member, group: crew } },
    { ok: false, refusal: { code: 'not-found' } },
    { ok: true, result: { id: member.member } },
  ])
  expect((await program(`GET ${ALL}/${crew}/members`)).body).toMatchObject({
    total: 2,
    items: expect.arrayContaining([expect.objectContaining({ id: viewer.member, manager: false })]),
  })
  expect(
    await program(`PATCH ${ALL}/${crew}/members/${viewer.id}`, { body: { manager: true } }),
  ).toMatchObject({
    status: 200,
    body: { change: expect.stringMatching(/^chg_/) },
  })
  expect((await program(`GET ${ALL}/${crew}`)).body.managers).toMatchObject([{ user: viewer.id }])
  expect(await program(`DELETE ${ALL}/${crew}/members/${viewer.id}?dry_run=true`)).toMatchObject({
    status: 200,
    body: { people: 1, items: [{ member: viewer.member }] },
  })
  expect((await program(`DELETE ${ALL}/${crew}/members/${viewer.id}`)).status).toBe(204)
  expect((await program(`GET ${ALL}/${crew}/members`)).body.total).toBe(1)
})

test('a group is put into another one, but never into itself', async () => {
  const [crew, pilots] = [await group('Crew'), await group('Pilots')]
  expect((await program(`PUT ${ALL}/${crew}/groups/${pilots}`)).status).toBe(200)
  expect((await program(`GET ${ALL}/${crew}/groups`)).body).toMatchObject({
    total: 1,
    items: [{ id: pilots }],
  })
  expect(await program(`PUT ${ALL}/${pilots}/groups/${crew}`)).toMatchObject({
    status: 409,
    body: { code: 'group-cycle' },
  })
  expect((await program(`DELETE ${ALL}/${crew}/groups/${pilots}?dry_run=true`)).status).toBe(200)
  expect((await program(`GET ${ALL}/${crew}/groups`)).body.total).toBe(1)
  expect((await program(`DELETE ${ALL}/${crew}/groups/${pilots}`)).status).toBe(204)
  expect((await program(`GET ${ALL}/${crew}/groups`)).body.total).toBe(0)
})

test('D28 roles are given to many at many places, and a dry run says what each would gain', async () => {
  const crew = await group('Crew')
  const project = (await program('POST /organizations/acme/projects', { body: { name: 'Apollo' } })).body.id
  const roles = await program('GET /organizations/acme/roles?level=project')
  const role = roles.body.items.find((one: { key: string }) => one.key === 'viewer').id
  const { viewer, removed } = home.people
  const body = { groups: [crew], members: [viewer.member, removed.member], projects: [project], role }
  const path = '/organizations/acme/assignments'
  expect(await program(`POST ${path}?dry_run=true`, { body })).toMatchObject({
    status: 200,
    body: { items: expect.arrayContaining([expect.objectContaining({ id: crew, kind: 'group' })]) },
  })
  expect((await program(`GET /projects/${project}/groups`)).body.total).toBe(0)
  const done = await program(`POST ${path}`, { body })
  expect(done.body.results).toMatchObject([
    { ok: true, item: { member: viewer.member, group: null, project, role } },
    { ok: false, item: { member: removed.member }, refusal: { code: 'must-be-member' } },
    { ok: true, item: { group: crew, member: null }, result: { group: crew, changed: true } },
  ])
  expect((await program(`GET /projects/${project}/groups`)).body).toMatchObject({
    total: 1,
    items: [{ group: { id: crew, name: 'Crew' }, role: { key: 'viewer' } }],
  })
  expect((await program(`GET /organizations/acme/members/${viewer.id}/access`)).body.scopes).toHaveLength(2)
})
