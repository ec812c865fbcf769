import { canonicalEmail, orThrow } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { makeOwner, type OwnerToBe } from './make-owner.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const made = (asked: Partial<OwnerToBe> & { readonly email: OwnerToBe['email'] }) =>
  makeOwner(home.deps, {
    organization: 'acme',
    name: 'New',
    reason: 'Nobody is left',
    withLink: false,
    ...asked,
  })
const email = (text: string) => orThrow(canonicalEmail(text))

test('a member becomes an owner, with the reason; the trail names the operator, and nobody else', async () => {
  const { member } = home.people
  const done = await made({ email: email(member.email) })
  expect(done).toMatchObject({ user: member.id, was: 'member', newAccount: false, link: null })
  await home.as('member').organizations.update({ organization: 'acme', name: 'Acme Ltd' })
  const { items } = await home.as('owner').audit.list({ organization: 'acme' })
  expect(items[1]).toMatchObject({
    action: 'member.role-changed',
    actor: null,
    byOperator: true,
    allowedBy: null,
    facts: { from_role: home.roles.member, to_role: home.roles.owner, reason: 'Nobody is left' },
  })
  expect(await home.as('owner').audit.verify({ organization: 'acme' })).toMatchObject({ intact: true })
})

test('seats and reasons that policies ask for stand in nobody’s way; an owner stays one, and nothing is recorded', async () => {
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('organization')
      .set({ policies: JSON.stringify({ seats: 1 }) })
      .where('id', '=', home.acme)
      .execute(),
  )
  expect(await made({ email: email('new@acme.test') })).toMatchObject({ was: 'outsider', newAccount: true })
  const before = await home.as('owner').audit.list({ organization: home.acme })
  expect(await made({ email: email('new@acme.test'), organization: home.acme })).toMatchObject({
    was: 'owner',
  })
  const after = await home.as('owner').audit.list({ organization: home.acme })
  expect(after.total).toBe(before.total)
})

test('a disabled account is not let in by the side, and an organization that is not there is not found', async () => {
  const { outsider } = home.people
  await home.deps.writer.run((tx) =>
    tx.updateTable('user').set({ disabled_at: home.now() }).where('id', '=', outsider.id).execute(),
  )
  await expect(made({ email: email(outsider.email) })).rejects.toMatchObject({ code: 'email-taken' })
  await expect(made({ email: email('new@acme.test'), organization: 'nowhere' })).rejects.toMatchObject({
    code: 'not-found',
  })
})
