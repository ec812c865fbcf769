import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contextFor } from '../testing/call.ts'
import { crowd } from '../testing/crowd.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, giveInProject } from '../testing/places.ts'
import { exportFile } from './fetch.ts'

type Asked = Omit<Parameters<ReturnType<House['as']>['exports']['prepare']>[0], 'organization'>
const acme = { organization: 'acme' }
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

async function exported(asked: Asked, as: Part = 'owner') {
  const { name } = await home.as(as).exports.prepare({ ...acme, ...asked })
  return fetched(name, as)
}

async function fetched(name: string, as: Part) {
  const file = await exportFile(contextFor(home, home.people[as].id), name)
  let text = ''
  for await (const piece of file.text) text += piece
  return { ...file, text }
}

const lines = (text: string) => text.replace('\uFEFF', '').trimEnd().split('\r\n')

describe('D35 members', () => {
  test('D35 come as CSV and JSON, by name, with the filters of the list', async () => {
    const csv = await exported({ what: 'members', format: 'csv' })
    expect(csv.name).toBe('acme-members-2026-05-04.csv')
    expect(csv.type).toContain('text/csv')
    const [head, ...rows] = lines(csv.text)
    expect(head).toBe(
      'member,name,username,email,verified,title,role,role_id,joined_at,last_active_at,source',
    )
    expect(rows).toHaveLength(5)
    const json = await exported({ what: 'members', format: 'json', search: 'viewer' })
    expect(JSON.parse(json.text)).toMatchObject([
      {
        name: 'The viewer',
        email: 'viewer@acme.test',
        role: 'Viewer',
        joined_at: '2026-05-04T09:00:00.000Z',
      },
    ])
    const none = await exported({ what: 'members', format: 'json', search: 'nobody' })
    expect(JSON.parse(none.text)).toEqual([])
  })

  test('D35 over many pages nobody is missing and nobody comes twice', async () => {
    await crowd(
      home,
      Array.from({ length: 1_200 }, (_, index) => `Person ${index % 7}`),
    )
    const { text } = await exported({ what: 'members', format: 'json' })
    const members: { member: string }[] = JSON.parse(text)
    expect(members).toHaveLength(1_205)
    expect(new Set(members.map(({ member }) => member)).size).toBe(1_205)
  })
})

test('D35 what a spreadsheet would take for a formula is text, whatever people are called', async () => {
  await crowd(home, ['=1+1', '+49 30', '-2', '@sum', 'a "quoted", name'])
  const { text } = await exported({ what: 'members', format: 'csv' })
  for (const cell of ["'=1+1", "'+49 30", "'-2", "'@sum", '"a ""quoted"", name"']) {
    expect(text).toContain(`,${cell},`)
  }
})

test('D35 assignments name people and groups, where, since when, by whom and why', async () => {
  const apollo = await addProject(home, 'Apollo')
  const group = await addGroup(home, 'Engineering')
  await giveInProject(home, apollo, { group }, 'editor', home.now() + 1_000)
  const { text } = await exported({ what: 'assignments', format: 'json', project: apollo })
  expect(JSON.parse(text)).toMatchObject([
    {
      kind: 'group',
      name: 'Engineering',
      role: 'Editor',
      project: 'Apollo',
      expires_at: '2026-05-04T09:00:01.000Z',
    },
  ])
  const all: unknown[] = JSON.parse((await exported({ what: 'assignments', format: 'json' })).text)
  expect(all).toHaveLength(6)
})

test('D35 D37 invitations, roles and the trail come too; the trail ends with the export itself', async () => {
  await home.as('owner').invitations.send({ ...acme, recipients: ['eve@example.test'] })
  const invitations = JSON.parse((await exported({ what: 'invitations', format: 'json' })).text)
  expect(invitations).toMatchObject([{ email: 'eve@example.test', role: 'Member', invited_by: 'The owner' }])
  const roles: unknown[] = JSON.parse((await exported({ what: 'roles', format: 'json' })).text)
  expect(roles).toHaveLength(9)
  const [last] = JSON.parse((await exported({ what: 'audit', format: 'json' })).text)
  expect(last).toMatchObject({
    action: 'export.made',
    actor: 'The owner',
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(JSON.parse(last.facts)).toEqual({ what: 'audit', format: 'json', filtered: false })
})

test('a download is its maker’s, for ten minutes, and only while they may', async () => {
  const { name } = await home.as('admin').exports.prepare({ ...acme, what: 'members', format: 'csv' })
  await expect(fetched(name, 'owner')).rejects.toThrow('not there any more')
  expect((await fetched(name, 'admin')).text).toContain('The admin')
  const member = home.people.admin.member ?? ''
  await home.as('owner').members.changeRoles({ ...acme, members: [member], role: home.roles.viewer })
  await expect(fetched(name, 'admin')).rejects.toThrow('Your role does not allow this')
  const own = await home.as('owner').exports.prepare({ ...acme, what: 'members', format: 'csv' })
  home.advance(10 * 60_000)
  await expect(fetched(own.name, 'owner')).rejects.toThrow('not there any more')
})

test('whoever may not read something does not export it', async () => {
  await home.as('owner').organizations.update({ ...acme, policies: { managedBy: 'owners' } })
  await expect(home.as('admin').exports.prepare({ ...acme, what: 'members', format: 'csv' })).rejects.toThrow(
    'Your role does not allow this',
  )
  expect((await exported({ what: 'roles', format: 'json' }, 'admin')).text).toContain('Viewer')
})

test('A33 an export tells of no project, person in it, or group that its maker may not see', async () => {
  const { role } = await home.as('owner').roles.create({
    ...{ ...acme, level: 'organization', name: 'Exporter' },
    permissions: ['organization.read', 'organization.export', 'members.read', 'projects.read'],
  })
  const viewer = home.people.viewer.member ?? 'mem_0'
  await home.as('owner').members.changeRoles({ ...acme, members: [viewer], role })
  const [secret, own] = [await addProject(home, 'Secret'), await addProject(home, 'Own')]
  await giveInProject(home, secret, 'member', 'editor')
  await giveInProject(home, own, 'viewer', 'viewer')
  await giveInProject(home, own, { group: await addGroup(home, 'Hidden') }, 'viewer')
  const { text } = await exported({ what: 'assignments', format: 'csv' }, 'viewer')
  expect(text).toContain('Own')
  expect(text).not.toContain('Secret')
  expect(text).not.toContain('Hidden')
  expect((await exported({ what: 'assignments', format: 'csv' })).text).toMatch(/Secret[\s\S]*Hidden/)
})

test('D35 who was invited to a project can be exported when it is archived, too', async () => {
  const project = await addProject(home, 'Apollo')
  await home.as('owner').projects.archive({ ...acme, project })
  const { text } = await exported({ what: 'invitations', format: 'json', project })
  expect(JSON.parse(text)).toEqual([])
})
