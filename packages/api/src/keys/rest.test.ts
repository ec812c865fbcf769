import { afterEach, beforeEach, expect, test } from 'vitest'
import { REST_ROUTES } from '../rest.ts'
import { contextOf } from '../testing/call.ts'
import { type House, house } from '../testing/house.ts'
import { programWith } from '../testing/program.ts'
import { answerRest } from '../transport/rest/answer.ts'
import { authenticateKey } from './authenticate.ts'
import { makeKey } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

/** What a program is answered that comes with this key. */
async function ask(
  secret: string,
  name: string,
  given: { readonly params?: object; readonly body?: object; readonly idempotencyKey?: string } = {},
) {
  const route = REST_ROUTES.find((one) => one.name === name)
  const actor = await authenticateKey(home.deps, secret, home.now())
  if (!route || !actor) throw new Error(`${name} or its caller is not there`)
  const { body = null, idempotencyKey } = given
  const params = { organization: 'acme', ...given.params }
  const request = { query: {}, target: '/', body, idempotencyKey }
  return answerRest({ ...contextOf(home, actor), actor }, route, { ...request, params }, () => 'incident')
}

test('T28 I17 a program makes service accounts and keys, rotates and revokes them', async () => {
  const { secret } = await makeKey(home, 'owner', 'admin')
  const role = home.roles.member
  const account = await ask(secret, 'serviceAccounts.create', { body: { name: 'Nightly', role } })
  expect(account).toMatchObject({
    status: 201,
    headers: { location: expect.stringMatching(/^\/api\/v1\/organizations\/acme\/service-accounts\/svc_/) },
    body: { name: 'Nightly', role: { key: 'member' }, created_by: { name: 'The owner' } },
  })
  const { member, id } = Object(account.body)
  const made = await ask(secret, 'keys.create', {
    body: {
      name: 'CI',
      role,
      for: member,
      expiry_days: 7,
      permissions: ['members.read', 'organization.read'],
    },
    idempotencyKey: 'once',
  })
  expect(made).toMatchObject({
    status: 201,
    body: {
      ...{ name: 'CI', owner: { kind: 'service_account', id, member, name: 'Nightly' }, expired: false },
      ...{ expires_at: '2026-05-11T09:00:00.000Z', secret: expect.stringMatching(/^rst_/) },
    },
  })
  const { secret: own, ...key } = Object(made.body)
  const again = await ask(secret, 'keys.create', {
    body: {
      name: 'CI',
      role,
      for: member,
      expiry_days: 7,
      permissions: ['members.read', 'organization.read'],
    },
    idempotencyKey: 'once',
  })
  expect(again).toMatchObject({
    headers: { 'idempotent-replayed': 'true' },
    body: { id: key.id, secret: null },
  })
  expect(await ask(own, 'members.list')).toMatchObject({ status: 200, body: { total: 5 } })
  const params = { key: key.id }
  expect(await ask(own, 'keys.rotate', { params })).toMatchObject({
    status: 200,
    body: { secret: expect.stringMatching(/^rst_/), old_secret_until: '2026-05-05T09:00:00.000Z' },
  })
  expect(await ask(secret, 'keys.get', { params })).toMatchObject({
    status: 200,
    headers: { etag: expect.any(String) },
  })
  expect(await ask(secret, 'keys.update', { params, body: { permissions: ['audit.read'] } })).toMatchObject({
    status: 409,
    body: { code: 'key-never-widens', errors: [{ pointer: '#/permissions' }] },
  })
  expect((await ask(secret, 'keys.revoke', { params })).status).toBe(204)
  expect(await ask(secret, 'keys.get', { params })).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  })
  expect((await ask(secret, 'serviceAccounts.remove', { params: { serviceAccount: id } })).status).toBe(204)
  expect(await ask(secret, 'serviceAccounts.list')).toMatchObject({ body: { items: [], total: 0 } })
})

test('If-Match holds where a key is revoked or a service account removed: what was changed since stays', async () => {
  const { secret } = await makeKey(home, 'owner', 'owner')
  const program = programWith(home, secret)
  const { id } = await makeKey(home, 'owner', 'viewer')
  const role = home.roles.viewer
  const made = await program('POST /organizations/acme/service-accounts', { body: { name: 'CI', role } })
  for (const path of [`/keys/${id}`, `/organizations/acme/service-accounts/${made.body.id}`]) {
    const ifMatch = String((await program(`GET ${path}`)).headers.etag)
    expect((await program(`PATCH ${path}`, { body: { name: 'Other' } })).status).toBe(200)
    expect((await program(`DELETE ${path}`, { ifMatch })).status).toBe(412)
    const now = String((await program(`GET ${path}`)).headers.etag)
    expect((await program(`DELETE ${path}`, { ifMatch: now })).status).toBe(204)
  }
})
