import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeKey } from '../../keys/testing.ts'
import { type House, house } from '../../testing/house.ts'
import { type Program, programOf, programWith } from '../../testing/program.ts'

let home: House
let program: Program
beforeEach(async () => {
  home = await house()
  program = await programOf(home, 'owner', 'owner')
})
afterEach(() => home.close())

const ACME = '/organizations/acme'

describe('lists', () => {
  test('C7 25 a page, with a total, the page, and links to those around it', async () => {
    const { status, body, headers } = await program(`GET ${ACME}/members`)
    expect([status, body.page, body.next_cursor]).toEqual([200, 1, null])
    expect(body.items).toHaveLength(body.total)
    expect(headers.link).toBe(`</api/v1${ACME}/members>; rel="first"`)
    const second = await program(`GET ${ACME}/members?page_size=2&order_by=-name&page=2`)
    expect(second.headers.link).toBe(
      [
        `</api/v1${ACME}/members?page_size=2&order_by=-name>; rel="first"`,
        `</api/v1${ACME}/members?page_size=2&order_by=-name&page=1>; rel="prev"`,
        `</api/v1${ACME}/members?page_size=2&order_by=-name&cursor=${encodeURIComponent(second.body.next_cursor)}>; rel="next"`,
      ].join(', '),
    )
  })

  test('T22 order_by sorts, with a minus the other way round, and goes by orderby as well', async () => {
    const names = async (query: string) =>
      (await program(`GET ${ACME}/members?${query}`)).body.items.map((one: { name: string }) => one.name)
    const ascending = await names('order_by=name')
    expect(ascending).toEqual([...ascending].sort())
    expect(await names('orderby=-name&per_page=100')).toEqual([...ascending].reverse())
    for (const wrong of ['order_by=height', 'order_by=--name', 'sort=name', 'direction=desc'])
      expect((await program(`GET ${ACME}/members?${wrong}`)).status).toBe(400)
  })
})

describe('problems', () => {
  test('every fault is pointed at, by its name on the wire', async () => {
    const body = {
      recipients: [1, 'ada@example.com'],
      role: 'admin',
      expiry_days: 'week',
      projects: [{ project: 'x', nothing: 1 }],
      colour: 'red',
    }
    const answer = await program(`POST ${ACME}/invitations`, { body })
    expect(answer.status).toBe(400)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.body).toMatchObject({
      status: 400,
      type: expect.stringMatching(/^https:\/\/roster\.test\/docs\/reference\/problems#/),
    })
    const pointers = answer.body.errors.map((one: { pointer: string }) => one.pointer)
    expect(pointers).toEqual(
      expect.arrayContaining([
        '#/recipients/0',
        '#/role',
        '#/expiry_days',
        '#/projects/0/project',
        '#/projects/0/nothing',
        '#/colour',
      ]),
    )
  })

  test.each([
    ['a list', []],
    ['text', 'recipients'],
    ['a number', 5],
    ['yes', true],
  ])('%s is no body', async (_, body) => {
    expect(await program(`POST ${ACME}/invitations`, { body })).toMatchObject({
      status: 400,
      body: { code: 'invalid-input' },
    })
  })

  test('a parameter that there is not is refused, also beside a body', async () => {
    expect(await program(`GET ${ACME}/members?colour=red`)).toMatchObject({
      status: 400,
      body: { errors: [{ parameter: 'colour' }] },
    })
    expect((await program(`GET ${ACME}/members?pageSize=5`)).status).toBe(400)
    const body = { recipients: ['ada@example.com'] }
    expect((await program(`POST ${ACME}/invitations?colour=red`, { body })).status).toBe(400)
    expect((await program(`POST ${ACME}/invitations?dry_run=perhaps`, { body })).status).toBe(400)
    expect((await program(`GET ${ACME}/invitations`)).body.total).toBe(0)
  })

  test('what is not there, or is not the key’s to see, is not found', async () => {
    for (const target of [
      '/organizations/globex/members',
      '/organizations/nowhere/members',
      `${ACME}/members/mem_00000000000000000000000000`,
      `${ACME}/members/nonsense`,
      `${ACME}/members/${home.people.removed.id}`,
      '/projects/prj_00000000000000000000000000',
    ])
      expect([target, (await program(`GET ${target}`)).status]).toEqual([target, 404])
  })
})

describe('ETag and If-Match', () => {
  const title = (name: string) => ({ body: { title: name } })
  const path = () => `${ACME}/members/${home.people.viewer.member}`

  test('a resource that is as it was is not sent again', async () => {
    const { headers } = await program(`GET ${path()}`)
    const { etag = '' } = headers
    expect(await program(`GET ${path()}`, { ifNoneMatch: etag })).toMatchObject({ status: 304, body: null })
    expect(await program(`GET ${path()}`, { ifNoneMatch: `"other", W/${etag}` })).toMatchObject({
      status: 304,
    })
    await program(`PATCH ${path()}`, title('Analyst'))
    expect((await program(`GET ${path()}`, { ifNoneMatch: etag })).status).toBe(200)
  })

  test('what was changed since it was read is not changed', async () => {
    const read = await program(`GET ${path()}`)
    const { etag = '' } = read.headers
    const changed = await program(`PATCH ${path()}`, { ...title('Analyst'), ifMatch: etag })
    expect(changed).toMatchObject({ status: 200, body: { title: 'Analyst' } })
    expect(changed.headers.etag).not.toBe(etag)
    expect(await program(`PATCH ${path()}`, { ...title('Baker'), ifMatch: etag })).toMatchObject({
      status: 412,
      body: { code: 'precondition-failed', errors: [{ header: 'If-Match' }] },
    })
    expect((await program(`GET ${path()}`)).body.title).toBe('Analyst')
    const now = changed.headers.etag ?? ''
    expect((await program(`PATCH ${path()}`, { ...title('Baker'), ifMatch: `"x", ${now}` })).status).toBe(200)
    expect((await program(`PATCH ${path()}`, { ...title('Cook'), ifMatch: '*' })).status).toBe(200)
  })

  test('it holds for one of many as well: roles and removal', async () => {
    const { etag = '' } = (await program(`GET ${path()}`)).headers
    await program(`PATCH ${path()}`, title('Analyst'))
    const role = { body: { role: home.roles.member }, ifMatch: etag }
    expect((await program(`PUT ${path()}/role`, role)).status).toBe(412)
    expect((await program(`DELETE ${path()}`, { ifMatch: etag })).status).toBe(412)
    expect((await program(`GET ${path()}`)).body.role.key).toBe('viewer')
    const fresh = (await program(`GET ${path()}`)).headers.etag ?? ''
    expect(await program(`PUT ${path()}/role`, { ...role, ifMatch: fresh })).toMatchObject({
      status: 200,
      body: { role: { key: 'member' } },
    })
    expect((await program(`DELETE ${path()}`, { ifMatch: '*' })).status).toBe(204)
  })
})

describe('Idempotency-Key', () => {
  const project = (name: string, key: string) =>
    program(`POST ${ACME}/projects`, { body: { name }, idempotencyKey: key })

  test('a call that comes again is done once and answered the same', async () => {
    const first = await project('Apollo', 'a-1')
    expect(first).toMatchObject({ status: 201, body: { name: 'Apollo' } })
    expect(first.headers.location).toBe(`/api/v1/projects/${first.body.id}`)
    expect(first.headers['idempotent-replayed']).toBeUndefined()
    const again = await project('Apollo', 'a-1')
    expect(again).toMatchObject({ status: 201, body: first.body, headers: { 'idempotent-replayed': 'true' } })
    expect((await program(`GET ${ACME}/projects`)).body.total).toBe(1)
  })

  test('the same name for another request is refused', async () => {
    await project('Apollo', 'a-1')
    expect(await project('Gemini', 'a-1')).toMatchObject({
      status: 422,
      body: { code: 'repeat-differs', errors: [{ header: 'Idempotency-Key' }] },
    })
    expect((await project('Gemini', 'a-2')).status).toBe(201)
    expect((await project('Mercury', 'two words')).status).toBe(400)
    expect((await project('Mercury', 'x'.repeat(256))).status).toBe(400)
  })

  test('the same name of another key is another name', async () => {
    await project('Apollo', 'a-1')
    const { secret } = await makeKey(home, 'owner', 'owner')
    const other = programWith(home, secret)
    expect(
      await other(`POST ${ACME}/projects`, { body: { name: 'Gemini' }, idempotencyKey: 'a-1' }),
    ).toMatchObject({ status: 201, body: { name: 'Gemini' } })
  })

  test('twice at the same time it is done once', async () => {
    const both = await Promise.all([project('Apollo', 'a-1'), project('Apollo', 'a-1')])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('repeat-under-way')
    expect((await project('Apollo', 'a-1')).headers['idempotent-replayed']).toBe('true')
  })

  test('a refused call did nothing and may come again', async () => {
    await project('Apollo', 'a-1')
    expect(await project('Apollo', 'a-2')).toMatchObject({ status: 409, body: { code: 'name-taken' } })
    const { body } = await program(`GET ${ACME}/projects`)
    await program(`PATCH /projects/${body.items[0].id}`, { body: { name: 'Gemini' } })
    expect((await project('Apollo', 'a-2')).status).toBe(201)
  })

  test('A19 a bulk call that was cut between two chunks goes on where it was cut', async () => {
    const recipients = Array.from({ length: 250 }, (_, index) => `person-${index}@example.com`)
    const sent = { body: { recipients }, idempotencyKey: 'bulk' }
    const { secret } = await makeKey(home, 'owner', 'owner')
    const program = programWith(home, secret)
    const cut = programWith({ ...home, deps: { ...home.deps, writer: upTo(2, home.deps.writer) } }, secret)
    await expect(cut(`POST ${ACME}/invitations`, sent)).rejects.toThrow('after 200 of 250')
    expect((await program(`GET ${ACME}/invitations`)).body.total).toBe(200)
    const { body, headers } = await program(`POST ${ACME}/invitations`, sent)
    expect(headers['idempotent-replayed']).toBe('true')
    expect(body.results.map((one: { ok: boolean }) => one.ok)).toEqual(recipients.map(() => true))
    expect(body.results.map((one: { item: string }) => one.item)).toEqual(recipients)
    expect(body.results.map((one: { result: { link: string | null } }) => one.result.link !== null)).toEqual(
      recipients.map((_, index) => index >= 200),
    )
    expect((await program(`GET ${ACME}/invitations`)).body.total).toBe(250)
  })
})

test('a member goes by the id of their account as well', async () => {
  const { id, member } = home.people.viewer
  expect((await program(`GET ${ACME}/members/${id}`)).body.id).toBe(member)
  const body = { role: home.roles.member }
  expect(await program(`PUT ${ACME}/members/${id}/role`, { body })).toMatchObject({
    status: 200,
    body: { id: member, role: { key: 'member' } },
  })
})

test('one of many is refused as a whole', async () => {
  expect(await program(`DELETE ${ACME}/members/${home.people.owner.member}`)).toMatchObject({
    status: 409,
    body: { code: 'not-yourself', title: 'Not yourself' },
  })
})

test('what a key may change but not read is not changed', async () => {
  const { secret } = await makeKey(home, 'owner', 'owner', {
    permissions: ['organization.read', 'groups.manage'],
  })
  const narrow = programWith(home, secret)
  expect(await narrow(`POST ${ACME}/groups`, { body: { name: 'Crew' } })).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  })
  expect((await program(`GET ${ACME}/groups`)).body.total).toBe(0)
})

test('what stands in the path is not overruled by the body', async () => {
  const { viewer, member } = home.people
  const path = `${ACME}/members/${viewer.member}`
  for (const more of [{ member: member.member }, { organization: 'globex' }])
    expect((await program(`PATCH ${path}`, { body: { title: 'Analyst', ...more } })).status).toBe(400)
  const body = { role: home.roles.admin, members: [member.member] }
  expect((await program(`PUT ${path}/role`, { body })).status).toBe(400)
  expect((await program(`GET ${ACME}/members?organization=globex`)).status).toBe(400)
})

test('what cannot be shown beforehand is not done in its place', async () => {
  expect(await program(`POST ${ACME}/projects?dry_run=true`, { body: { name: 'Apollo' } })).toMatchObject({
    status: 400,
    body: { errors: [{ parameter: 'dry_run' }] },
  })
  expect((await program(`GET ${ACME}/projects`)).body.total).toBe(0)
})

/** The writer, until the power goes after so many transactions. */
function upTo(most: number, writer: House['deps']['writer']): House['deps']['writer'] {
  let begun = 0
  return new Proxy(writer, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (name !== 'run' || typeof value !== 'function') return value
      return (...given: readonly unknown[]) => {
        begun += 1
        if (begun > most) throw new Error('the power went')
        return Reflect.apply(value, target, given)
      }
    },
  })
}

test('A39 a key that lost its right is not told what the same bulk call was answered', async () => {
  const { id, secret } = await makeKey(home, 'owner', 'owner')
  const sent = { body: { recipients: ['ada@example.com'] }, idempotencyKey: 'once' }
  const first = await programWith(home, secret)(`POST ${ACME}/invitations`, sent)
  expect(first.body.results).toMatchObject([{ ok: true }])
  await home.as('owner').keys.update({ organization: 'acme', key: id, permissions: ['organization.read'] })
  expect(await programWith(home, secret)(`POST ${ACME}/invitations`, sent)).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  })
})
