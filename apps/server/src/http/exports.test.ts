import { afterAll, beforeAll, expect, test } from 'vitest'
import { FIRST, type Running, running } from '../testing/running.ts'

let server: Running
let owner: string
let guest: string
beforeAll(async () => {
  server = await running({ ROSTER_SIGN_UP: 'open' })
  owner = cookieOf(await server.call('identity.setUp', { secret: server.secret, ...FIRST }))
  guest = await guestOf(owner)
})
afterAll(() => server.stop())

function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
}

/** Somebody else who is in the organization, by a copied link. */
async function guestOf(cookie: string): Promise<string> {
  const recipients = ['eve@acme.test']
  const sent = await server.call('invitations.send', { organization: 'acme', recipients }, { cookie })
  const [, id = '', secret = ''] = /invitations\/(\w+)#([^"]+)/.exec(await sent.text()) ?? []
  const account = { name: 'Eve', username: 'eve-there', email: 'eve@acme.test', password: FIRST.password }
  const own = cookieOf(await server.call('identity.signUp', { ...account, invitation: { id, secret } }))
  await server.call('invitations.accept', { invitation: id, secret }, { cookie: own })
  return own
}

async function prepare(input: object): Promise<string> {
  const asked = { organization: 'acme', ...input }
  const answer = await server.call('exports.prepare', asked, { cookie: owner })
  const [, name = ''] = /"name":"([^"]+)"/.exec(await answer.text()) ?? []
  return name
}

const fetched = (name: string, cookie?: string) =>
  fetch(`${server.listening}/exports/${name}`, { headers: cookie ? { cookie } : {} })

test('D35 a prepared export comes as a file that is streamed, named, never shown and never kept', async () => {
  const answer = await fetched(await prepare({ what: 'members', format: 'csv' }), owner)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/csv')
  expect(answer.headers.get('content-disposition')).toMatch(
    /^attachment; filename="acme-members-\d{4}-\d{2}-\d{2}\.csv"$/,
  )
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  // Its length is not known beforehand, since it is made while it is sent.
  expect(answer.headers.get('content-length')).toBeNull()
  const text = await answer.text()
  expect(text).toContain('ada@acme.test')
  expect(text).toContain('eve@acme.test')
})

test('D35 JSON is JSON', async () => {
  const answer = await fetched(await prepare({ what: 'roles', format: 'json' }), owner)
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(await answer.json()).toContainEqual(expect.objectContaining({ key: 'owner' }))
})

test('D35 nobody fetches it who is not signed in, and nobody who did not ask for it', async () => {
  const name = await prepare({ what: 'audit', format: 'json' })
  expect((await fetched(name)).status).toBe(401)
  const wrong = await fetched(name, guest)
  expect(wrong.status).toBe(410)
  expect(await wrong.text()).not.toContain('ada')
  expect((await fetched('made-up', owner)).status).toBe(410)
  expect((await fetched(name, owner)).status).toBe(200)
})

test('D35 whoever may no longer export gets nothing of what they had prepared', async () => {
  const name = await prepare({ what: 'members', format: 'csv' })
  const change = (path: string, input: object) =>
    server.call(path, { organization: 'acme', ...input }, { cookie: owner })
  const members = await (await change('members.list', { search: 'Eve' })).text()
  const [, member = ''] = /"member":"(mem_\w+)"/.exec(members) ?? []
  expect((await change('members.transferOwnership', { member, keep: 'admin' })).status).toBe(200)
  await server.call(
    'organizations.update',
    { organization: 'acme', policies: { managedBy: 'owners' } },
    { cookie: guest },
  )
  const roles = await (await change('roles.list', {})).text()
  const viewer = /"id":"(rol_\w+)","key":"viewer"/.exec(roles)?.[1]
  const list = await (await change('members.list', { search: 'Ada' })).text()
  const ada = /"member":"(mem_\w+)"/.exec(list)?.[1]
  await server.call(
    'members.changeRoles',
    { organization: 'acme', members: [ada], role: viewer },
    { cookie: guest },
  )
  expect((await fetched(name, owner)).status).toBe(403)
})
