import { isRefusal } from '@roster/sdk'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Acme, acme } from './acme.ts'
import { gather } from './gather.ts'

let here: Acme
beforeAll(async () => {
  here = await acme()
})
afterAll(() => here.stop())

const owner = () => here.as('owner').organization('acme')
const memberCalled = async (email: string) => {
  const { items } = await owner().members.list({ search: email })
  const found = items.find((member) => member.email === email)
  if (!found) throw new Error(`${email} is no member`)
  return found
}

describe('members of an organization', () => {
  test('C6 C7 are listed by page and size, with all there are', async () => {
    const page = await owner().members.list({ page: 1, pageSize: 2 })
    expect(page).toMatchObject({ total: 3, page: 1, nextCursor: expect.any(String) })
    expect(page.items.map(({ email, role }) => [email, role.key])).toEqual([
      ['ada@acme.test', 'owner'],
      ['admin@acme.test', 'admin'],
    ])
    expect(page.items[0]?.joinedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/)
  })

  test('C7 come 25 a page unless asked otherwise', async () => {
    expect(await owner().members.list()).toMatchObject({ page: 1, total: 3, nextCursor: null })
  })

  test('are gone through from page to page', async () => {
    const emails: (string | null)[] = []
    for await (const member of owner().members.list({ pageSize: 1 })) emails.push(member.email)
    expect(emails).toEqual(['ada@acme.test', 'admin@acme.test', 'member@acme.test'])
    const pages: number[] = []
    for await (const { items } of owner().members.list({ pageSize: 2 }).pages()) pages.push(items.length)
    expect(pages).toEqual([2, 1])
    const backwards = await gather(owner().members.all({ orderBy: '-email' }))
    expect(backwards.map(({ email }) => email)).toEqual(emails.toReversed())
  })

  test('are filtered by role, which is given by id', async () => {
    const { items } = await owner().members.list({ roleId: here.role('organization', 'admin') })
    expect(items.map(({ email }) => email)).toEqual(['admin@acme.test'])
  })

  test('C8 C15 get another role, by the id of the membership or of the person', async () => {
    const { id, user } = await memberCalled('member@acme.test')
    const viewer = await owner().members.updateRole(user, { roleId: here.role('organization', 'viewer') })
    expect(viewer).toMatchObject({ id, user, role: { key: 'viewer' } })
    expect(await owner().members.get(id)).toMatchObject({ role: { key: 'viewer' } })
    const back = await owner().members.updateRole(id, { roleId: here.role('organization', 'member') })
    expect(back.role.key).toBe('member')
  })

  test('get another title', async () => {
    const { id } = await memberCalled('member@acme.test')
    expect(await owner().members.update(id, { title: 'Engineer' })).toMatchObject({ title: 'Engineer' })
  })

  test('C11 are removed; removing many is tried first, with a result for each', async () => {
    const { id } = await memberCalled('member@acme.test')
    const { id: ada } = await memberCalled('ada@acme.test')
    const tried = await owner().members.removeMany([id, ada], { dryRun: true })
    expect(tried.items.map(({ member, refusal }) => [member, refusal?.code ?? null])).toEqual([
      [id, null],
      [ada, 'not-yourself'],
    ])
    await expect(memberCalled('member@acme.test')).resolves.toMatchObject({ id })
    const { results } = await owner().members.removeMany([id, ada])
    expect(results).toMatchObject([
      { ok: true, item: id, result: { member: id }, refusal: null },
      { ok: false, item: ada, result: null, refusal: { code: 'not-yourself' } },
    ])
    for (const one of results) expect(one.ok ? one.result.name : one.refusal.message).not.toBe('')
    expect(await owner().members.list()).toMatchObject({ total: 2 })
    expect(await owner().members.remove((await memberCalled('admin@acme.test')).id)).toBeUndefined()
    expect(await owner().members.list()).toMatchObject({ total: 1 })
  })
})

describe('invitations of an organization', () => {
  test('C6 C13 T17 are sent to one or many, with a result for each, with a role or the usual one', async () => {
    const { results } = await owner().invitations.create(['new@acme.test', 'ada@acme.test', 'nobody-here'], {
      roleId: here.role('organization', 'viewer'),
      message: 'Welcome',
    })
    expect(results.map((one) => [one.item, one.ok ? one.result.outcome : one.refusal.code])).toEqual([
      ['new@acme.test', 'sent'],
      ['ada@acme.test', 'already-member'],
      ['nobody-here', 'username-unknown'],
    ])
    const usual = await owner().invitations.create(['plain@acme.test'])
    expect(usual.results).toMatchObject([{ ok: true }])
  })

  test('are tried first', async () => {
    const tried = await owner().invitations.create(['one@acme.test'], undefined, { dryRun: true })
    expect(tried.items).toHaveLength(1)
    expect(await owner().invitations.list({ search: 'one@acme.test' })).toMatchObject({ total: 0 })
  })

  test('C12 are listed while they wait', async () => {
    const { items } = await owner().invitations.list()
    expect(items.map(({ recipient, role }) => [recipient.email, role.key])).toEqual([
      ['plain@acme.test', 'member'],
      ['new@acme.test', 'viewer'],
    ])
  })

  test('are told apart by when they were sent: moments may be given as dates', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000)
    expect(await owner().invitations.list({ start: tomorrow })).toMatchObject({ total: 0 })
    expect(await owner().invitations.list({ end: tomorrow.toISOString() })).toMatchObject({ total: 2 })
  })

  test('C15 are sent again and revoked, by id', async () => {
    const [plain] = (await owner().invitations.list()).items
    if (!plain) throw new Error('nobody is invited')
    expect(await owner().invitations.resend(plain.id)).toMatchObject({ id: plain.id, status: 'pending' })
    expect(await owner().invitations.revoke(plain.id)).toMatchObject({ id: plain.id, status: 'revoked' })
    const refused = await owner()
      .invitations.resend(plain.id)
      .catch((error: unknown) => error)
    expect(isRefusal(refused, 'invitation-not-open')).toBe(true)
  })
})
