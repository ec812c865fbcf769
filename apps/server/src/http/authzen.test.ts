import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Founder, founderOf } from '../testing/program.ts'
import { type Running, running } from '../testing/running.ts'

/** The forms of requests and answers are those of the OpenID AuthZEN Authorization API 1.0, section by section. */

let server: Running
let founder: Founder
let secret: string
let projects: readonly string[]
beforeAll(async () => {
  server = await running()
  founder = await founderOf(server)
  secret = await founder.key('owner')
  const made = []
  for (const name of ['Apollo', 'Gemini', 'Mercury'])
    made.push(z.object({ project: z.string() }).parse(await founder.ask('projects.create', { name })).project)
  projects = made
}, 60_000)
afterAll(() => server.stop())

const ada = { type: 'user', id: 'ada@acme.test' }
const acme = { type: 'organization', id: 'acme' }
const read = { name: 'project.read' }
const at = (place: number) => ({ type: 'project', id: projects[place] ?? '' })

async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const answer = await fetch(`${server.listening}/access/v1/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}`, ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  const text = await answer.text()
  const json = answer.headers.get('content-type')?.startsWith('application/json')
  return { status: answer.status, said: json ? JSON.parse(text) : text, headers: answer.headers }
}
const said = async (path: string, body: unknown) => (await post(path, body)).said

test('9 the metadata says where to ask, without a key', async () => {
  const answer = await fetch(`${server.listening}/.well-known/authzen-configuration`)
  const { url } = server
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'application/json; charset=utf-8',
  ])
  expect(await answer.json()).toEqual({
    policy_decision_point: url,
    access_evaluation_endpoint: `${url}/access/v1/evaluation`,
    access_evaluations_endpoint: `${url}/access/v1/evaluations`,
    search_subject_endpoint: `${url}/access/v1/search/subject`,
    search_resource_endpoint: `${url}/access/v1/search/resource`,
    search_action_endpoint: `${url}/access/v1/search/action`,
  })
})

describe('6 access evaluation', () => {
  test('a decision is a yes or a no, and a no is an answer', async () => {
    expect(await said('evaluation', { subject: ada, action: read, resource: at(0) })).toEqual({
      decision: true,
    })
    expect(
      await said('evaluation', { subject: ada, action: { name: 'roles.manage' }, resource: acme }),
    ).toEqual({
      decision: true,
    })
    const nobody = { type: 'user', id: 'nobody@acme.test' }
    const no = await post('evaluation', { subject: nobody, action: read, resource: at(0) })
    expect([no.status, no.said]).toEqual([200, { decision: false }])
    const nowhere = { type: 'project', id: 'prj_00000000000000000000000000' }
    expect(await said('evaluation', { subject: ada, action: read, resource: nowhere })).toEqual({
      decision: false,
    })
    const globex = { type: 'organization', id: 'globex' }
    expect(await said('evaluation', { subject: ada, action: read, resource: globex })).toEqual({
      decision: false,
    })
    const program = { ...ada, type: 'service_account' }
    expect(await said('evaluation', { subject: program, action: read, resource: acme })).toEqual({
      decision: false,
    })
  })

  test('5 properties, a context and what is added later are taken without a word', async () => {
    const properties = { department: 'Sales', ip_address: '172.217.22.14' }
    const asked = {
      subject: { ...ada, properties },
      action: { ...read, properties: { method: 'GET' } },
      resource: { ...at(0), properties: { library_record: { title: 'AuthZEN in Action' } } },
      context: { time: '1985-10-26T01:22-07:00' },
      later: true,
    }
    expect(await said('evaluation', asked)).toEqual({ decision: true })
  })

  test('5.5.1 a context says why, when that is asked for', async () => {
    const asked = { subject: ada, action: read, resource: at(0), context: { explain: true } }
    expect(await said('evaluation', asked)).toMatchObject({
      decision: true,
      context: { reasons: [{ role: { key: 'owner' }, project: null, via: 'direct', expires_at: null }] },
    })
  })

  test('what is named by no type or action of Roster is a no that says so', async () => {
    const asked = { subject: ada, action: { name: 'can_read' }, resource: at(0) }
    expect(await said('evaluation', asked)).toMatchObject({
      decision: false,
      context: { error: { status: 404 } },
    })
    const document = { ...asked, action: read, resource: { type: 'document', id: '1' } }
    expect(await said('evaluation', document)).toMatchObject({
      decision: false,
      context: { error: { status: 404 } },
    })
  })
})

describe('7 access evaluations', () => {
  const roles = { name: 'no.such' }

  test('7.1.1 the whole says what the parts leave out, and a part goes before it', async () => {
    const asked = {
      subject: ada,
      action: read,
      context: { time: '2024-05-31T15:22-07:00' },
      evaluations: [
        { resource: at(0) },
        { resource: at(1), subject: { type: 'user', id: 'eve' } },
        { resource: at(2) },
      ],
    }
    const decisions = [{ decision: true }, { decision: false }, { decision: true }]
    expect(await said('evaluations', asked)).toEqual({ evaluations: decisions })
  })

  test('without parts, or with none, it is one evaluation', async () => {
    const whole = { subject: ada, action: read, resource: at(0) }
    expect(await said('evaluations', whole)).toEqual({ decision: true })
    expect(await said('evaluations', { ...whole, evaluations: [] })).toEqual({ decision: true })
    expect((await post('evaluations', { subject: ada, evaluations: [] })).status).toBe(400)
  })

  test.each([
    ['execute_all', [true, false, true]],
    ['deny_on_first_deny', [true, false]],
    ['permit_on_first_permit', [true]],
  ])('7.1.2.1 %s', async (semantic, decisions) => {
    const asked = {
      subject: ada,
      action: read,
      options: { evaluations_semantic: semantic, another_option: 'value' },
      evaluations: [{ resource: at(0) }, { resource: { ...at(1), id: 'prj_1' } }, { resource: at(2) }],
    }
    const { evaluations } = await said('evaluations', asked)
    expect(evaluations.map((one: { decision: boolean }) => one.decision)).toEqual(decisions)
  })

  test('7.2.1 what is wrong with one part is a no of its own; what is wrong with the whole is an error', async () => {
    const asked = {
      subject: ada,
      evaluations: [
        { action: read, resource: at(0) },
        { resource: at(0) },
        { action: roles, resource: at(0) },
      ],
    }
    expect(await said('evaluations', asked)).toMatchObject({
      evaluations: [
        { decision: true },
        { decision: false, context: { error: { status: 400, message: expect.stringContaining('action') } } },
        { decision: false, context: { error: { status: 404 } } },
      ],
    })
    const bad = [
      { ...asked, options: { evaluations_semantic: 'any' } },
      { ...asked, evaluations: 'x' },
      { ...asked, evaluations: [7] },
      { ...asked, evaluations: Array(1_001).fill({ action: read, resource: acme }) },
      { ...asked, subject: 'ada' },
    ]
    for (const body of bad) expect((await post('evaluations', body)).status).toBe(400)
  })
})

describe('8 searches find what an evaluation says yes to, page by page', () => {
  const everything = async (what: string, body: object) => {
    const results: object[] = []
    let page: object = { limit: 2 }
    for (;;) {
      const answer = await said(`search/${what}`, { ...body, page })
      expect(answer.page.count).toBe(answer.results.length)
      results.push(...answer.results)
      if (answer.page.next_token === '') return results
      page = { limit: 2, token: answer.page.next_token }
    }
  }

  test('8.4 subjects', async () => {
    const asked = { subject: { type: 'user', id: 'is ignored' }, action: read, resource: at(0) }
    const [found, ...others] = await everything('subject', asked)
    expect(others).toEqual([])
    expect(await said('evaluation', { subject: found, action: read, resource: at(0) })).toEqual({
      decision: true,
    })
    const program = { subject: { type: 'service_account' }, action: read, resource: at(0) }
    expect(await everything('subject', program)).toEqual([])
  })

  test('8.5 resources', async () => {
    const asked = { subject: ada, action: read, resource: { type: 'project' } }
    expect(await everything('resource', asked)).toEqual([at(0), at(1), at(2)])
    const [here] = await everything('resource', { ...asked, resource: { type: 'organization' } })
    expect(await said('evaluation', { subject: ada, action: read, resource: here })).toEqual({
      decision: true,
    })
    expect(await everything('resource', { ...asked, resource: { type: 'document' } })).toEqual([])
  })

  test('8.6 actions', async () => {
    const found = await everything('action', { subject: ada, resource: at(0) })
    expect(found).toContainEqual({ name: 'project.delete' })
    for (const action of found)
      expect(await said('evaluation', { subject: ada, action, resource: at(0) })).toEqual({ decision: true })
    expect(await everything('action', { subject: { type: 'user', id: 'eve' }, resource: at(0) })).toEqual([])
  })

  test('8.2 a token of another search is an error, and none is a page of its own', async () => {
    const asked = { subject: ada, action: read, resource: { type: 'project' }, page: { limit: 0 } }
    const { page, results } = await said('search/resource', asked)
    expect(results).toEqual([])
    const next = { ...asked, page: { token: page.next_token } }
    expect((await said('search/resource', next)).results).toHaveLength(3)
    expect((await post('search/resource', { ...next, action: { name: 'project.update' } })).status).toBe(400)
    expect((await post('search/resource', { ...next, page: { token: 'x' } })).status).toBe(400)
  })
})

describe('10 over HTTPS', () => {
  const asked = { subject: ada, action: read, resource: acme }

  test('10.1.2 a request is named by its own id, also one that is refused', async () => {
    const id = 'bfe9eb29-ab87-4ca3-be83-a1d5d8305716'
    const named = (headers: object) => post('evaluation', asked, { 'x-request-id': id, ...headers })
    expect((await named({})).headers.get('x-request-id')).toBe(id)
    expect((await named({ authorization: '' })).headers.get('x-request-id')).toBe(id)
    expect((await post('evaluation', asked)).headers.get('x-request-id')).toBeNull()
  })

  test('10.1.1 an error is a sentence', async () => {
    const keyless = await post('evaluation', asked, { authorization: 'Bearer mF_9.B5f-4.1JqM' })
    expect([keyless.status, typeof keyless.said]).toEqual([401, 'string'])
    expect(keyless.headers.get('www-authenticate')).toContain('Bearer')
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      '"x"',
      {},
      { ...asked, subject: { type: 'user' } },
      { ...asked, action: {} },
    ])
      expect([body, (await post('evaluation', body)).status]).toEqual([body, 400])
    const form = await post('evaluation', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })
    expect(form.status).toBe(415)
    const got = await fetch(`${server.listening}/access/v1/evaluation`)
    expect([got.status, await got.text()]).toEqual([404, 'There is no such endpoint.'])
  })

  test('A33 a key of one project asks about that one: more it may not, and of others it learns nothing', async () => {
    const organizations = secret
    try {
      secret = await founder.key('viewer', projects[0])
      const eve = { type: 'user', id: 'eve' }
      expect(await said('evaluation', { subject: ada, action: read, resource: at(0) })).toEqual({
        decision: true,
      })
      expect(await said('evaluation', { subject: ada, action: read, resource: at(1) })).toEqual({
        decision: false,
      })
      const beyond = await post('evaluation', {
        subject: eve,
        action: { name: 'members.read' },
        resource: acme,
      })
      expect([beyond.status, typeof beyond.said]).toEqual([403, 'string'])
      const parts = [{ resource: at(0) }, { resource: acme }]
      expect(await said('evaluations', { subject: eve, action: read, evaluations: parts })).toMatchObject({
        evaluations: [{ decision: false }, { decision: false, context: { error: { status: 403 } } }],
      })
      const where = { subject: ada, action: read, resource: { type: 'project' } }
      expect((await said('search/resource', where)).results).toEqual([at(0)])
    } finally {
      secret = organizations
    }
  })
})
