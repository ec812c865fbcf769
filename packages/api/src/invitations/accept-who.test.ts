import { afterEach, beforeEach, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { refused } from '../testing/refused.ts'
import { account, copiedSecret, invite, mailedSecret, row, trail } from './testing.ts'

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

test('A01 another account is refused, with the mailed link, with a copied one and with none', async () => {
  const id = await invite(home, eve.email)
  const bob = await account(home, 'bob')
  const mailed = await mailedSecret(home, id)
  for (const secret of [mailed, copiedSecret(home, id)]) {
    expect((await refusedUntouched(() => accept(id, secret, bob.id))).code).toBe('wrong-recipient')
  }
  expect((await refusedUntouched(() => accept(id, undefined, bob.id))).code).toBe('link-invalid')
})

test('A03 nobody accepts without signing in', async () => {
  const id = await invite(home, eve.email)
  const secret = await mailedSecret(home, id)
  const call = () => home.as('anonymous').invitations.accept({ invitation: id, secret })
  expect((await refusedUntouched(call)).code).toBe('not-signed-in')
})

test('A37 by username only that account accepts, whatever its address is by then', async () => {
  const id = await invite(home, eve.username)
  const bob = await account(home, 'bob')
  await home.deps.writer.run(async (tx) => {
    await tx.updateTable('user').set({ email: 'elsewhere@eve.test' }).where('id', '=', eve.id).execute()
    await tx.updateTable('user').set({ email: eve.email }).where('id', '=', bob.id).execute()
  })
  const secret = await mailedSecret(home, id)
  expect((await refusedUntouched(() => accept(id, secret, bob.id))).code).toBe('wrong-recipient')
  await accept(id)
  expect((await row(home, id)).state).toBe('accepted')
})

test('A52 an address nobody has shown to be theirs: the mailed link shows it, none does not', async () => {
  const ann = await account(home, 'ann', false)
  const id = await invite(home, ann.email)
  expect((await refusedUntouched(() => accept(id, undefined, ann.id))).code).toBe('email-not-verified')
  await accept(id, await mailedSecret(home, id), ann.id)
  expect(await home.asUser(ann.id).identity.me({})).toMatchObject({ verified: true })
  const members = await home.as('owner').members.list({ organization: 'acme', search: 'ann' })
  expect(members.items).toMatchObject([{ user: ann.id, verified: true }])
  expect((await trail(home, 'instance')).at(-1)).toMatchObject({
    action: 'identity.email-verified',
    target: { id: ann.id },
  })
})

test('T19 a copied link lets the addressee in and verifies nothing', async () => {
  const ann = await account(home, 'ann', false)
  const id = await invite(home, ann.email)
  await accept(id, copiedSecret(home, id), ann.id)
  expect(await home.asUser(ann.id).identity.me({})).toMatchObject({ verified: false })
})

test('A02 nothing can be overridden while accepting', async () => {
  const id = await invite(home, eve.email)
  const secret = await mailedSecret(home, id)
  for (const more of [
    { role: home.roles.owner },
    { organization: 'globex' },
    { verified: true },
    { expiresAt: 1 },
  ]) {
    const call = () => home.asUser(eve.id).invitations.accept({ invitation: id, secret, ...more })
    expect((await refusedUntouched(call)).code).toBe('invalid-input')
  }
})

test('A07 T24 a forged, cut, cross-purpose or missing secret opens nothing, nor does an unknown id', async () => {
  const id = await invite(home, eve.email)
  const other = await invite(home, 'bob@acme.test')
  const secret = await mailedSecret(home, id)
  const bare = secret.slice(2)
  const { links } = home.deps
  const forged = [
    ...Array.from({ length: secret.length }, (_, length) => secret.slice(0, length)),
    bare,
    `c.${bare}`,
    `x.${bare}`,
    `${secret}A`,
    `m.${bare.split('').reverse().join('')}`,
    `m.${links.secret('reset-password', id, 1)}`,
    `m.${links.secret('invitation-copied', id, 1)}`,
    `m.${links.secret('invitation-mailed', id, 2)}`,
    `m.${links.secret('invitation-mailed', other, 1)}`,
    'm.ü💥\u0000',
  ]
  const before = await contents(home.deps)
  for (const wrong of forged) expect((await refused(accept(id, wrong))).code).toBe('link-invalid')
  for (const unknown of ['', 'inv_', 'inv_00000000000000000000000000', eve.id, `${id} `, id.toUpperCase()]) {
    expect((await refused(accept(unknown, secret))).code).toBe('link-invalid')
    expect((await refused(accept(unknown))).code).toBe('link-invalid')
  }
  expect(await contents(home.deps)).toBe(before)
})
