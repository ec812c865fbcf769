import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { type Program, programOf, programWith } from '../testing/program.ts'

let home: House
let program: Program
beforeEach(async () => {
  home = await house()
  program = await programOf(home, 'owner', 'owner')
})
afterEach(() => home.close())

const ALL = '/organizations/acme/members'

test('C7 C10 members are listed with the roles they hold, which are listed too', async () => {
  const { body } = await program(`GET ${ALL}?search=viewer`)
  expect(body).toMatchObject({
    total: 1,
    items: [{ id: home.people.viewer.member, role: { key: 'viewer' } }],
  })
  const roles = await program('GET /organizations/acme/roles')
  expect(roles.body.items.map((role: { id: string }) => role.id)).toContain(body.items[0].role.id)
  expect((await program(`GET /organizations/acme/roles/${body.items[0].role.id}`)).body).toMatchObject({
    key: 'viewer',
    members: 1,
  })
})

test('C8 updating a role answers the updated member', async () => {
  const { member, id } = home.people.viewer
  expect(await program(`PUT ${ALL}/${id}/role`, { body: { role: home.roles.member } })).toMatchObject({
    status: 200,
    body: { id: member, user: id, role: { key: 'member' }, role_by: { user: home.people.owner.id } },
  })
  expect(
    await program(`PUT ${ALL}/${home.people.owner.member}/role`, { body: { role: home.roles.viewer } }),
  ).toMatchObject({ status: 409, body: { code: 'last-owner' } })
})

test('C11 D39 a member is removed, or offboarded with everything they have', async () => {
  const { viewer, member } = home.people
  expect(
    await program(`POST ${ALL}/remove?dry_run=true`, { body: { members: [viewer.member] } }),
  ).toMatchObject({
    status: 200,
    body: { items: [{ member: viewer.member, refusal: null }] },
  })
  expect((await program(`DELETE ${ALL}/${viewer.member}`)).status).toBe(204)
  expect((await program(`GET ${ALL}/${viewer.member}`)).status).toBe(404)
  expect(await program(`GET /organizations/acme/memberships?user=${viewer.id}`)).toMatchObject({
    body: { id: viewer.member, left_at: '2026-05-04T09:00:00.000Z' },
  })
  const body = { sent: 'revoke' }
  expect(await program(`POST ${ALL}/${member.member}/offboard?dry_run=true`, { body })).toMatchObject({
    body: { name: expect.any(String), refusal: null },
  })
  const done = await program(`POST ${ALL}/${member.member}/offboard`, { body })
  expect(done).toMatchObject({ status: 200, body: { member: member.member } })
  expect(await program(`GET /organizations/acme/offboardings/${done.body.change}`)).toMatchObject({
    status: 200,
    body: { person: { user: member.id }, at: '2026-05-04T09:00:00.000Z' },
  })
})

test('A19 what was removed comes back by its entry in the trail, when a dry run says so', async () => {
  const { viewer } = home.people
  await program(`DELETE ${ALL}/${viewer.member}`)
  const { body } = await program('GET /organizations/acme/audit/entries?action=member.removed')
  const at = `/organizations/acme/audit/entries/${body.items[0].sequence}/undo`
  expect(await program(`POST ${at}?dry_run=true`)).toMatchObject({ status: 200, body: { refusal: null } })
  expect(await program(`POST ${at}`)).toMatchObject({
    status: 200,
    body: { sequence: body.items[0].sequence },
  })
  expect((await program(`GET ${ALL}?search=viewer`)).body.total).toBe(1)
  expect((await program('GET /organizations/acme/audit/verification')).body).toMatchObject({ intact: true })
})

test('C16 with a project, the organization says that roles are to be defined, until one is', async () => {
  const owner = home.as('outsider')
  const roles = await owner.roles.list({ organization: 'globex' })
  const role = roles.find(({ key }) => key === 'owner')?.id ?? home.roles.owner
  const { secret } = await owner.keys.create({ organization: 'globex', name: 'CI', role })
  const globex = programWith(home, secret)
  const suggested = async () => (await globex('GET /organizations/globex/overview')).body.suggestions
  await globex('POST /organizations/globex/projects', { body: { name: 'Apollo' } })
  expect(await suggested()).toContain('define-roles')
  const body = { level: 'organization', name: 'Support', permissions: ['organization.read', 'members.read'] }
  const made = await globex('POST /organizations/globex/roles', { body })
  expect(made).toMatchObject({ status: 201, body: { ...body, key: null } })
  expect(await suggested()).not.toContain('define-roles')
})

test('a role that is changed or deleted by a dry run stays as it is', async () => {
  const body = { level: 'organization', name: 'Support', permissions: ['organization.read', 'members.read'] }
  const { id } = (await program('POST /organizations/acme/roles', { body })).body
  const path = `/organizations/acme/roles/${id}`
  const less = { body: { permissions: ['organization.read'] } }
  expect(await program(`PATCH ${path}?dry_run=true`, less)).toMatchObject({
    status: 200,
    body: { losses: ['members.read'], refusal: null },
  })
  expect((await program(`DELETE ${path}?dry_run=true`)).status).toBe(200)
  expect((await program(`GET ${path}`)).body.permissions).toEqual(body.permissions)
  expect((await program(`PATCH ${path}`, less)).body.permissions).toEqual(['organization.read'])
  expect((await program(`DELETE ${path}`)).status).toBe(204)
  expect((await program(`GET ${path}`)).status).toBe(404)
})
