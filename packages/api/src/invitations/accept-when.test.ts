import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, copiedSecret, delivered, invite, mailedSecret, rolesOf, row, trail } from './testing.ts'

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

test('A06 D20 expiry is read off the clock at the very moment', async () => {
  const id = await invite(home, eve.email)
  const bob = await account(home, 'bob')
  const other = await invite(home, bob.email)
  home.advance(7 * DAY - 1)
  await accept(id)
  home.advance(1)
  const secret = await mailedSecret(home, other)
  expect((await refusedUntouched(() => accept(other, secret, bob.id))).code).toBe('invitation-expired')
})

test('A05 a link is spent by accepting, declining, revoking, superseding and resending', async () => {
  const closings: [string, (id: string) => Promise<unknown>][] = [
    ['accepted', (id) => accept(id)],
    ['declined', (id) => home.asUser(eve.id).invitations.decline({ invitation: id })],
    ['revoked', (id) => home.as('owner').invitations.revoke({ organization: 'acme', invitations: [id] })],
    ['superseded', () => invite(home, eve.email)],
  ]
  for (const [state, closing] of closings.reverse()) {
    const id = await invite(home, eve.email)
    const secret = await mailedSecret(home, id)
    await closing(id)
    const refusal = await refusedUntouched(() => accept(id, secret))
    expect(refusal).toMatchObject({ code: 'invitation-closed', facts: { state } })
  }
})

test('A05 the old link dies when a new one is sent, the new one opens', async () => {
  const id = await invite(home, eve.email)
  const old = await mailedSecret(home, id)
  await home.as('owner').invitations.resend({ organization: 'acme', invitations: [id] })
  expect((await refusedUntouched(() => accept(id, old))).code).toBe('link-invalid')
  expect((await refusedUntouched(() => accept(id, copiedSecret(home, id)))).code).toBe('link-invalid')
  await accept(id, await mailedSecret(home, id))
})

test('an invitation of an organization that has ended opens nothing', async () => {
  const id = await invite(home, eve.email)
  const secret = await mailedSecret(home, id)
  await home.as('owner').organizations.delete({ organization: 'acme', confirm: 'acme' })
  expect((await refusedUntouched(() => accept(id, secret))).code).toBe('link-invalid')
})

test('A04 ten accepts of one invitation have one winner', async () => {
  const id = await invite(home, eve.email)
  const secret = await mailedSecret(home, id)
  const results = await Promise.allSettled(Array.from({ length: 10 }, () => accept(id, secret)))
  expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  expect(await rolesOf(home, eve.id)).toHaveLength(1)
  const joined = (await trail(home, home.acme)).filter(
    (entry) => entry.action === 'member.joined' && entry.target.id === eve.id,
  )
  expect(joined).toHaveLength(1)
})

test('A04 accept against revoke, decline, resend, edit and a newer invitation: one of the two, whole', async () => {
  const owner = () => home.as('owner').invitations
  type Person = Awaited<ReturnType<typeof account>>
  const rivals: ((id: `inv_${string}`, person: Person) => Promise<unknown>)[] = [
    (id) => owner().revoke({ organization: 'acme', invitations: [id] }),
    (id) => owner().resend({ organization: 'acme', invitations: [id] }),
    (id) => owner().edit({ organization: 'acme', invitation: id, role: home.roles.viewer }),
    (id, person) => home.asUser(person.id).invitations.decline({ invitation: id }),
    (_, person) => invite(home, person.email),
  ]
  for (const [index, rival] of rivals.entries()) {
    for (const acceptFirst of [true, false]) {
      const person = await account(home, `p${index}${acceptFirst ? 'a' : 'b'}`)
      const id = await invite(home, person.email)
      await delivered(home, id)
      const secret = await mailedSecret(home, id)
      const acts = [() => accept(id, secret, person.id), () => rival(id, person)]
      await Promise.allSettled((acceptFirst ? acts : acts.reverse()).map((act) => act()))
      const { state, member_id } = await row(home, id)
      const roles = await rolesOf(home, person.id)
      expect(roles).toHaveLength(state === 'accepted' ? 1 : 0)
      expect(member_id !== null).toBe(state === 'accepted')
      const open = await home.database.reader
        .selectFrom('assignment')
        .select('id')
        .where('invitation_id', '=', id)
        .where('until', 'is', null)
        .execute()
      expect(open).toHaveLength(state === 'pending' ? 1 : 0)
    }
  }
})
