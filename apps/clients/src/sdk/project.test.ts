import { isRefusal } from '@roster/sdk'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Acme, acme } from './acme.ts'
import { gather } from './gather.ts'

let here: Acme
beforeAll(async () => {
  here = await acme()
})
afterAll(() => here.stop())

const project = () => here.as('owner').project(here.project)
const member = async () => {
  const { items } = await here.as('owner').organization('acme').members.list({ search: 'member@' })
  return items[0]?.id ?? ''
}

test('C6 C3 C7 somebody is added to a project with a role there, and listed', async () => {
  const { results } = await project().members.add([await member()], {
    roleId: here.role('project', 'viewer'),
  })
  expect(results).toMatchObject([{ ok: true }])
  const page = await project().members.list({ page: 1, pageSize: 25 })
  expect(page.items).toMatchObject([{ email: 'member@acme.test', role: { key: 'viewer' } }])
  expect(page.total).toBe(1)
})

test('C9 another role in a project is none in the organization', async () => {
  const updated = await project().members.updateRole(await member(), {
    roleId: here.role('project', 'editor'),
  })
  expect(updated).toMatchObject({ role: { key: 'editor' } })
  const { items } = await here.as('owner').organization('acme').members.list({ search: 'member@' })
  expect(items[0]?.role.key).toBe('member')
})

test('C11 who is removed from a project stays in the organization', async () => {
  const id = await member()
  await project().members.remove(id)
  expect(await project().members.list()).toMatchObject({ total: 0 })
  expect(await here.as('owner').organization('acme').members.get(id)).toMatchObject({ id })
})

test('C4 who is in no organization is not added, and C14 C15 is invited instead', async () => {
  const roleId = here.role('project', 'viewer')
  const stranger = `usr_${'0'.repeat(26)}`
  const refused = await project()
    .members.updateRole(stranger, { roleId })
    .catch((error: unknown) => error)
  expect(isRefusal(refused, 'must-be-member')).toBe(true)
  const sent = await project().invitations.create(['new@acme.test'], { roleId })
  expect(sent.results).toMatchObject([{ ok: true, item: 'new@acme.test' }])
  const [invitation] = (await project().invitations.list()).items
  if (!invitation) throw new Error('nobody is invited')
  expect(await project().invitations.resend(invitation.id)).toMatchObject({ id: invitation.id })
  await project().invitations.revoke(invitation.id)
  const again = await project()
    .invitations.resend(invitation.id)
    .catch((error: unknown) => error)
  expect(isRefusal(again, 'invitation-not-open')).toBe(true)
})

test('what is done to the project itself stands on it', async () => {
  expect(await project().get()).toMatchObject({ id: here.project, name: 'Site' })
  expect(await project().update({ description: 'Where we live' })).toMatchObject({
    description: 'Where we live',
  })
  expect(await project().archive()).toMatchObject({ id: here.project })
  expect(await project().restore()).toMatchObject({ id: here.project })
})

test('an application asks who may do what', async () => {
  const client = here.as('owner')
  const subject = await member()
  expect(await client.check({ subject, permission: 'members.remove' })).toMatchObject({ allowed: false })
  const { results } = await client.checks.batch({
    checks: [
      { subject, permission: 'organization.read' },
      { subject, permission: 'members.remove' },
    ],
  })
  expect(results.map(({ allowed }) => allowed)).toEqual([true, false])
  const may = await gather(client.checks.subjects({ permission: 'members.remove', pageSize: 1 }))
  expect(may.map(({ email }) => email)).toEqual(['ada@acme.test', 'admin@acme.test'])
})
