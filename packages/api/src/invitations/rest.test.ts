import type { InvitationId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { projectRole } from '../testing/places.ts'
import { type Program, programOf } from '../testing/program.ts'
import { delivered } from './testing.ts'

let home: House
let program: Program
beforeEach(async () => {
  home = await house()
  program = await programOf(home, 'owner', 'owner')
})
afterEach(() => home.close())

const ALL = '/organizations/acme/invitations'

async function invited(recipient: string): Promise<InvitationId> {
  const [id] = await invite(recipient)
  if (!id) throw new Error('nobody was invited')
  return id
}

async function invite(...recipients: string[]): Promise<InvitationId[]> {
  const { body } = await program(`POST ${ALL}`, { body: { recipients } })
  return body.results.map((one: { result: { id: InvitationId } }) => one.result.id)
}

test('T16 T17 C13 one call invites usernames and addresses, with one result for each', async () => {
  const { username } = home.people.outsider
  const { email } = home.people.member
  const given = {
    recipients: ['Ada@Example.com', `@${username}`, email, 'not an address', 'ada@example.com'],
  }
  const { status, body } = await program(`POST ${ALL}`, { body: given })
  expect(status).toBe(200)
  expect(body.results.map((one: { ok: boolean; item: string }) => [one.item, one.ok])).toEqual([
    ['Ada@Example.com', true],
    [`@${username}`, true],
    [email, false],
    ['not an address', false],
    ['ada@example.com', false],
  ])
  expect(body.results.map((one: { refusal: { code: string } | null }) => one.refusal?.code)).toEqual([
    undefined,
    undefined,
    'already-member',
    'invalid-email',
    'already-invited',
  ])
  expect(body.results[0].result).toEqual({
    id: expect.stringMatching(/^inv_/),
    outcome: 'sent',
    link: expect.stringMatching(/^https:\/\/roster\.test\/invitations\/inv_\w+#c\./),
  })
  const { body: entries } = await program('GET /organizations/acme/audit/entries?action=invitation.sent')
  expect(entries).toMatchObject({
    total: 2,
    items: [{ key: { name: 'CI' }, actor: { user: home.people.owner.id } }, {}],
  })
})

test('C13 without a role it gives the usual one, else the one named', async () => {
  const usual = await invited('ada@example.com')
  const { body } = await program(`POST ${ALL}`, {
    body: { recipients: ['bob@example.com'], role: home.roles.viewer },
  })
  const roleOf = async (id: InvitationId) => (await program(`GET ${ALL}/${id}`)).body.role.key
  expect([await roleOf(usual), await roleOf(body.results[0].result.id)]).toEqual(['member', 'viewer'])
})

test('T20 T21 T22 C12 invitations are listed by name or id of the organization, with filters in any combination', async () => {
  await invite('ada@example.com', 'bob@example.com')
  home.advance(60_000)
  const [cleo, dora] = [await invited('cleo@example.com'), await invited('dora@example.com')]
  await program(`POST ${ALL}/${dora}/revoke`)
  const listed = async (query: string, organization: string = home.acme) => {
    const { body } = await program(`GET /organizations/${organization}/invitations?${query}`)
    return body.items.map((one: { recipient: { email: string } }) => one.recipient.email.split('@')[0])
  }
  expect(await listed('')).toEqual(['cleo', 'bob', 'ada'])
  expect(await listed('type=JOIN_ORGANIZATION&status=PENDING', 'acme')).toEqual(['cleo', 'bob', 'ada'])
  expect(await listed('status=REVOKED')).toEqual(['dora'])
  expect(await listed('status=ACCEPTED')).toEqual([])
  expect(await listed('orderby=email&per_page=2&page=2')).toEqual(['cleo'])
  expect(await listed('order_by=-email&page_size=1')).toEqual(['cleo'])
  const at = new Date(home.now()).toISOString()
  expect(await listed(`start=${at}&status=PENDING&orderby=-sent&per_page=10`)).toEqual(['cleo'])
  expect(await listed(`end=${at}&type=JOIN_ORGANIZATION&orderby=sent`)).toEqual(['ada', 'bob'])
  const first = await program(`GET ${ALL}?per_page=2`)
  expect(first.body).toMatchObject({ total: 3, page: 1, next_cursor: expect.any(String) })
  expect(first.headers.link).toContain('rel="next"')
  const next = await program(`GET ${ALL}?per_page=2&cursor=${first.body.next_cursor}`)
  expect(next.body.items).toHaveLength(1)
  expect(await program(`GET ${ALL}?start=${at}&end=2020-01-01T00:00:00Z`)).toMatchObject({
    status: 400,
    body: { code: 'invalid-input', errors: [{ parameter: 'end' }] },
  })
  expect(await program(`GET ${ALL}?status=Pending`)).toMatchObject({
    status: 400,
    body: { code: 'invalid-input', errors: [{ parameter: 'status' }] },
  })
  expect(cleo).toMatch(/^inv_/)
})

test('T23 T24 an invitation names its id, where it leads, and a link that the id alone does not open', async () => {
  const id = await invited('ada@example.com')
  const { status, body, headers } = await program(`GET ${ALL}/${id}`)
  expect(status).toBe(200)
  expect(headers.etag).toMatch(/^".{27}"$/)
  expect(body).toMatchObject({
    id,
    type: 'JOIN_ORGANIZATION',
    organization: home.acme,
    url: `https://roster.test/invitations/${id}`,
    recipient: { email: 'ada@example.com', username: null },
    sent_at: '2026-05-04T09:00:00.000Z',
    expires_at: '2026-05-11T09:00:00.000Z',
    invited_by: { user: home.people.owner.id },
  })
  await expect(home.as('outsider').invitations.accept({ invitation: id })).rejects.toThrow()
  const stranger = await home
    .as('outsider')
    .invitations.send({ organization: 'globex', recipients: ['eve@example.com'] })
  const [theirs] = stranger.flatMap((one) => (one.ok ? [one.result.invitation] : []))
  expect(await program(`GET ${ALL}/${theirs}`)).toMatchObject({ status: 404, body: { code: 'not-found' } })
  expect(await program('GET /organizations/globex/invitations')).toMatchObject({ status: 404 })
})

test('T26 C15 an invitation is revoked, sent again, extended and changed by its id', async () => {
  const [one, other] = [await invited('ada@example.com'), await invited('bob@example.com')]
  home.advance(90_000)
  expect(await program(`POST ${ALL}/${one}/resend`, { body: { message: 'Once more' } })).toMatchObject({
    status: 200,
    body: { id: one, generation: 2, message: 'Once more', sent_at: '2026-05-04T09:01:30.000Z' },
  })
  await delivered(home, one)
  expect(await program(`POST ${ALL}/${one}/extend`, { body: { days: 7 } })).toMatchObject({
    status: 200,
    body: { expires_at: '2026-05-18T09:01:30.000Z' },
  })
  const changed = await program(`PATCH ${ALL}/${one}`, { body: { role: home.roles.viewer } })
  expect(changed).toMatchObject({ status: 200, body: { role: { key: 'viewer' } } })
  expect(await program(`POST ${ALL}/${one}/revoke`)).toMatchObject({
    status: 200,
    body: { status: 'revoked' },
  })
  expect(await program(`POST ${ALL}/${one}/revoke`)).toMatchObject({
    status: 409,
    body: { code: 'invitation-not-open', detail: expect.stringContaining('revoked') },
  })
  const many = await program(`POST ${ALL}/revoke`, { body: { invitations: [one, other, 'inv_nothing'] } })
  expect(many.body.results.map((r: { ok: boolean }) => r.ok)).toEqual([false, true, false])
})

test('D23 an expired invitation is deleted, and is not found after that', async () => {
  const id = await invited('ada@example.com')
  expect(await program(`DELETE ${ALL}/${id}`)).toMatchObject({
    status: 409,
    body: { code: 'invitation-not-open' },
  })
  home.advance(8 * 86_400_000)
  expect(await program(`DELETE ${ALL}/${id}`)).toMatchObject({ status: 204, body: null })
  expect(await program(`GET ${ALL}/${id}`)).toMatchObject({ status: 404 })
})

test('a link is shown once: a call that comes again is answered without it', async () => {
  const sent = { body: { recipients: ['ada@example.com'] }, idempotencyKey: 'once' }
  const first = await program(`POST ${ALL}`, sent)
  const again = await program(`POST ${ALL}`, sent)
  expect(again.headers['idempotent-replayed']).toBe('true')
  expect(again.body.results[0].result).toEqual({ ...first.body.results[0].result, link: null })
  const { id } = first.body.results[0].result
  await delivered(home, id)
  const link = { idempotencyKey: 'the-link' }
  const copied = await program(`POST ${ALL}/${id}/link`, link)
  expect(copied.body.link).toContain(`/invitations/${id}#c.`)
  expect((await program(`POST ${ALL}/${id}/link`, link)).body).toEqual({ link: null })
  const { body } = await program('GET /organizations/acme/audit/entries')
  expect(
    body.items.filter((one: { action: string }) => one.action === 'invitation.link-copied'),
  ).toHaveLength(1)
})

test('T11 I6 a dry run says what sending would say, and sends nothing', async () => {
  const body = { recipients: ['ada@example.com', 'nonsense@'], role: home.roles.viewer }
  expect(await program(`POST ${ALL}?dry_run=true`, { body })).toMatchObject({
    status: 200,
    body: { items: [{ state: 'ok' }, { state: 'invalid' }] },
  })
  expect((await program(`GET ${ALL}`)).body.total).toBe(0)
  expect(await program(`GET ${ALL}/suggestions?prefix=out`)).toMatchObject({
    status: 400,
    body: { code: 'search-too-short', errors: [{ parameter: 'prefix' }] },
  })
})

test('C5 T3 a key without the right is refused', async () => {
  const viewer = await programOf(home, 'owner', 'viewer')
  expect(await viewer(`POST ${ALL}`, { body: { recipients: ['ada@example.com'] } })).toMatchObject({
    status: 403,
    body: { code: 'not-permitted' },
  })
  const member = await programOf(home, 'member', 'member')
  expect(await member(`GET ${ALL}`)).toMatchObject({ status: 403 })
})

test('C1 C12 C14 C15 a project has invitations of its own', async () => {
  const made = await program('POST /organizations/acme/projects', { body: { name: 'Apollo' } })
  const other = await program('POST /organizations/acme/projects', { body: { name: 'Gemini' } })
  const at = `/projects/${made.body.id}/invitations`
  const role = await projectRole(home, home.acme, 'editor')
  const { body } = await program(`POST ${at}`, { body: { recipients: ['ada@example.com'], role } })
  const { id } = body.results[0].result
  await invite('bob@example.com')
  expect((await program(`GET ${at}`)).body).toMatchObject({
    total: 1,
    items: [
      { id, role: { key: 'member' }, projects: [{ project: { name: 'Apollo' }, role: { key: 'editor' } }] },
    ],
  })
  const usual = await program(`POST ${at}`, {
    body: { recipients: ['cleo@example.com'], organization_role: home.roles.viewer },
  })
  expect((await program(`GET ${at}/${usual.body.results[0].result.id}`)).body).toMatchObject({
    role: { key: 'viewer' },
    projects: [{ role: { key: 'viewer' } }],
  })
  home.advance(90_000)
  expect(await program(`POST ${at}/${id}/resend`)).toMatchObject({ status: 200, body: { generation: 2 } })
  const elsewhere = `/projects/${other.body.id}/invitations/${id}`
  expect(await program(`POST ${elsewhere}/revoke`)).toMatchObject({
    status: 404,
    body: { code: 'not-found' },
  })
  expect(await program(`POST ${at}/${id}/revoke`)).toMatchObject({ status: 200, body: { status: 'revoked' } })
})
