import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeKey } from '../keys/testing.ts'
import { type House, house } from '../testing/house.ts'
import { projectRole } from '../testing/places.ts'
import { type Program, programOf, programWith } from '../testing/program.ts'

let home: House
let program: Program
beforeEach(async () => {
  home = await house()
  program = await programOf(home, 'owner', 'owner')
})
afterEach(() => home.close())

const ACME = '/organizations/acme'

async function project(name: string): Promise<string> {
  const { body } = await program(`POST ${ACME}/projects`, { body: { name } })
  return body.id
}

const editor = () => projectRole(home, home.acme, 'editor')
const viewer = () => projectRole(home, home.acme, 'viewer')

describe('projects', () => {
  test('are made, read, changed, archived, restored and deleted', async () => {
    const made = await program(`POST ${ACME}/projects`, {
      body: { name: 'Apollo', visibility: 'organization' },
    })
    expect(made).toMatchObject({
      status: 201,
      body: {
        name: 'Apollo',
        archived: false,
        organization: home.acme,
        created_at: '2026-05-04T09:00:00.000Z',
      },
    })
    const path = `/projects/${made.body.id}`
    expect(made.headers.location).toBe(`/api/v1${path}`)
    expect(await program(`POST ${ACME}/projects`, { body: { name: 'apollo' } })).toMatchObject({
      status: 409,
      body: { code: 'name-taken' },
    })
    expect(await program(`PATCH ${path}`, { body: { description: 'To the moon' } })).toMatchObject({
      status: 200,
      body: { description: 'To the moon', name: 'Apollo' },
    })
    expect(await program(`POST ${path}/archive`)).toMatchObject({ status: 200, body: { archived: true } })
    expect(await program(`PATCH ${path}`, { body: { name: 'Gemini' } })).toMatchObject({
      status: 409,
      body: { code: 'project-archived' },
    })
    expect(await program(`POST ${path}/restore`)).toMatchObject({ status: 200, body: { archived: false } })
    expect(await program(`DELETE ${path}?dry_run=true`)).toMatchObject({
      status: 200,
      body: { name: 'Apollo' },
    })
    expect(await program(`DELETE ${path}?confirm=Gemini`)).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'confirm' }] },
    })
    expect((await program(`DELETE ${path}?confirm=Apollo`)).status).toBe(204)
    expect((await program(`GET ${path}`)).status).toBe(404)
  })
})

describe('their members', () => {
  test('C3 C7 C9 a member is added with a role, listed 25 a page with a total, and given another one', async () => {
    const [one, other] = [await project('Apollo'), await project('Gemini')]
    const { member, id } = home.people.viewer
    const path = `/projects/${one}/members/${member}`
    expect(await program(`PUT ${path}`, { body: { role: await viewer() } })).toMatchObject({
      status: 200,
      body: { id: member, user: id, role: { key: 'viewer' }, organization_role: { key: 'viewer' } },
    })
    await program(`PUT /projects/${other}/members/${id}`, { body: { role: await viewer() } })
    expect(await program(`PUT ${path}`, { body: { role: await editor() } })).toMatchObject({
      status: 200,
      body: { role: { key: 'editor' }, organization_role: { key: 'viewer' } },
    })
    expect((await program(`GET /projects/${one}/members`)).body).toMatchObject({
      total: 1,
      page: 1,
      next_cursor: null,
      items: [{ id: member, direct: { role: { key: 'editor' }, expires_at: null } }],
    })
    expect((await program(`GET /projects/${other}/members`)).body.items[0].role.key).toBe('viewer')
    const { body } = await program(`GET ${ACME}/audit/entries?page_size=1`)
    expect(body.items).toMatchObject([{ key: { name: 'CI' }, target: { person: { user: id } } }])
  })

  test('C4 somebody who is no member of the organization must become one first', async () => {
    const apollo = await project('Apollo')
    const body = { role: await viewer() }
    for (const nobody of [home.people.outsider.id, home.people.removed.id])
      expect(await program(`PUT /projects/${apollo}/members/${nobody}`, { body })).toMatchObject({
        status: 409,
        body: { code: 'must-be-member', detail: 'This person must be an organization member first.' },
      })
    const former = await program(`PUT /projects/${apollo}/members/${home.people.removed.member}`, { body })
    expect(former).toMatchObject({ status: 409, body: { code: 'must-be-member' } })
    expect((await program(`GET /projects/${apollo}/members`)).body.total).toBe(0)
  })

  test('C11 I15 taken out of a project, they stay in the organization and in other projects', async () => {
    const [one, other] = [await project('Apollo'), await project('Gemini')]
    const { member } = home.people.viewer
    for (const at of [one, other])
      await program(`PUT /projects/${at}/members/${member}`, { body: { role: await viewer() } })
    expect((await program(`DELETE /projects/${one}/members/${member}`)).status).toBe(204)
    expect((await program(`DELETE /projects/${one}/members/${member}`)).status).toBe(404)
    expect((await program(`GET /projects/${other}/members`)).body.total).toBe(1)
    expect((await program(`GET ${ACME}/members/${member}`)).body.role.key).toBe('viewer')
  })

  test('many are put in at once, with one result for each', async () => {
    const apollo = await project('Apollo')
    const members = [home.people.viewer.member, home.people.removed.member, home.people.member.member]
    const { body } = await program(`POST /projects/${apollo}/members`, {
      body: { members, role: await viewer() },
    })
    expect(body.results).toMatchObject([
      { ok: true, result: { member: members[0], project: apollo, changed: true }, refusal: null },
      { ok: false, result: null, refusal: { code: 'must-be-member' } },
      { ok: true, result: { member: members[2] } },
    ])
  })

  test('a role may end by itself, at a moment to come', async () => {
    const apollo = await project('Apollo')
    const path = `/projects/${apollo}/members/${home.people.viewer.member}`
    const until = (expires_at: unknown) =>
      viewer().then((role) => program(`PUT ${path}`, { body: { role, expires_at } }))
    expect(await until('2026-05-05T09:00:00Z')).toMatchObject({
      status: 200,
      body: { direct: { expires_at: '2026-05-05T09:00:00.000Z' } },
    })
    expect(await until('2026-05-01T09:00:00Z')).toMatchObject({
      status: 400,
      body: { code: 'expiry-in-the-past' },
    })
    expect(await until(1_800_000_000_000)).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '#/expires_at' }] },
    })
  })
})

describe('what a key may', () => {
  test('C5 a key of a project works at that project, and for nothing at the organization', async () => {
    const [one, other] = [await project('Apollo'), await project('Gemini')]
    const admin = await projectRole(home, home.acme, 'admin')
    const { secret } = await home.as('owner').keys.create({
      organization: 'acme',
      name: 'Apollo only',
      role: admin,
      project: await home
        .as('owner')
        .projects.list({ organization: 'acme' })
        .then(({ items }) => {
          const found = items.find(({ id }) => id === one)
          if (!found) throw new Error('the project is not there')
          return found.id
        }),
    })
    const narrow = programWith(home, secret)
    expect((await narrow(`GET /projects/${one}/members`)).status).toBe(200)
    for (const target of [
      `GET /projects/${other}/members`,
      `GET ${ACME}/members`,
      `GET ${ACME}/invitations`,
      `GET /projects/${one}/invitations`,
    ])
      expect([target, [403, 404].includes((await narrow(target)).status)]).toEqual([target, true])
    const body = { recipients: ['ada@example.com'] }
    expect((await narrow(`POST /projects/${one}/invitations`, { body })).status).toBe(403)
  })

  test('C5 nor does a key with less than it takes', async () => {
    const apollo = await project('Apollo')
    const { secret } = await makeKey(home, 'owner', 'viewer')
    const small = programWith(home, secret)
    const path = `/projects/${apollo}/members/${home.people.viewer.member}`
    expect([403, 404]).toContain((await small(`PUT ${path}`, { body: { role: await viewer() } })).status)
  })
})
