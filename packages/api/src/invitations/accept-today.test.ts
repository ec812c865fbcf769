import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, invite, mailedSecret, policies, rolesOf } from './testing.ts'

let home: House
let eve: Awaited<ReturnType<typeof account>>
beforeEach(async () => {
  home = await house()
  eve = await account(home, 'eve')
})
afterEach(() => home.close())

const accept = (invitation: string, secret?: string, user = eve.id) =>
  home.asUser(user).invitations.accept({ invitation, ...(secret !== undefined && { secret }) })

/** The refusal, once it is sure that nothing was touched. */
async function refusedUntouched(call: () => Promise<unknown>) {
  const before = await contents(home.deps)
  const refusal = await refused(call())
  expect(await contents(home.deps)).toBe(before)
  return refusal
}

function memberOf(part: 'admin') {
  const { member } = home.people[part]
  if (!member) throw new Error('not a member')
  return member
}

test('A09 the inviter was removed, was given less, or the account was disabled: the invitation is void', async () => {
  const losses: (() => Promise<unknown>)[] = [
    () => home.as('owner').members.remove({ organization: 'acme', members: [memberOf('admin')] }),
    () =>
      home.as('owner').members.changeRoles({
        organization: 'acme',
        members: [memberOf('admin')],
        role: home.roles.member,
      }),
    () =>
      home.deps.writer.run((tx) =>
        tx
          .updateTable('user')
          .set({ disabled_at: home.now() })
          .where('id', '=', home.people.admin.id)
          .execute(),
      ),
  ]
  for (const lose of losses) {
    await home.close()
    home = await house()
    eve = await account(home, 'eve')
    const id = await invite(home, eve.email, { as: 'admin', role: home.roles.admin })
    const secret = await mailedSecret(home, id)
    await lose()
    const refusal = await refusedUntouched(() => accept(id, secret))
    expect(refusal.code).toBe('invitation-closed')
    expect(refusal.message).toBe(
      'This invitation was withdrawn with the rights of its sender. Ask for a new one.',
    )
  }
})

test('A09 somebody else who may resend it answers for it from then on', async () => {
  const id = await invite(home, eve.email, { as: 'admin' })
  await home.as('owner').members.remove({ organization: 'acme', members: [memberOf('admin')] })
  await home.as('owner').invitations.resend({ organization: 'acme', invitations: [id] })
  await accept(id, await mailedSecret(home, id))
  expect(await rolesOf(home, eve.id)).toMatchObject([{ given_by: home.people.owner.id }])
})

test('A09 an inviter who still holds what the invitation gives may have lost the rest', async () => {
  const id = await invite(home, eve.email, { as: 'admin' })
  await home
    .as('owner')
    .members.changeRoles({ organization: 'acme', members: [memberOf('admin')], role: home.roles.member })
  await accept(id)
})

test('I4 D33 the policies of the day count: one organization, domains, seats', async () => {
  const id = await invite(home, 'outsider@acme.test')
  const secret = await mailedSecret(home, id)
  const { outsider } = home.people
  const attempts = [
    [{ oneOrganizationPerAccount: true }, 'other-organization'],
    [{ blockedDomains: ['acme.test'] }, 'domain-blocked'],
    [{ seats: 5 }, 'seat-limit'],
  ] as const
  for (const [change, code] of attempts) {
    await policies(home, change)
    expect((await refusedUntouched(() => accept(id, secret, outsider.id))).code).toBe(code)
  }
  await policies(home, { seats: 6 })
  await accept(id, secret, outsider.id)
})

test('a member does not become one again', async () => {
  const first = await invite(home, eve.email)
  await accept(first)
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ email: 'second@eve.test' }).where('id', '=', eve.id).execute(),
  )
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ email: null }).where('email', '=', 'second@eve.test').execute(),
  )
  const second = await invite(home, 'second@eve.test')
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ email: 'second@eve.test' }).where('id', '=', eve.id).execute(),
  )
  expect((await refusedUntouched(() => accept(second))).code).toBe('already-member')
})

test('A17 a role that was deleted meanwhile is not given', async () => {
  const id = await invite(home, eve.email, { role: home.roles.auditor })
  await home.deps.writer.run((tx) =>
    tx.updateTable('role').set({ until: home.now() }).where('id', '=', home.roles.auditor).execute(),
  )
  expect((await refusedUntouched(() => accept(id))).code).toBe('invitation-closed')
})
