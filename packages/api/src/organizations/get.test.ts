import { afterEach, beforeEach, expect, test } from 'vitest'
import { namesOf } from '../platform/names.ts'
import { type House, house } from '../testing/house.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

test('T15 the organization answers by slug and by id, with the caller’s role, permissions and totals', async () => {
  const bySlug = await home.as('member').organizations.get({ organization: 'acme' })
  const byId = await home.as('member').organizations.get({ organization: home.acme })
  expect(byId).toEqual(bySlug)
  expect(bySlug).toMatchObject({
    id: home.acme,
    slug: 'acme',
    name: 'Acme',
    role: { id: home.roles.member, key: 'member', name: 'Member' },
    me: { member: home.people.member.member, user: home.people.member.id },
    policies: { managedBy: 'admins' },
  })
  expect(bySlug.permissions).toContain('members.read')
  expect(bySlug.permissions).not.toContain('invitations.read')
})

test('how many are invited is told only to those who may see invitations', async () => {
  const seenBy = async (part: 'owner' | 'auditor' | 'member' | 'viewer') =>
    (await home.as(part).organizations.get({ organization: 'acme' })).totals
  expect(await seenBy('owner')).toEqual({ members: 5, invitations: 0 })
  expect(await seenBy('auditor')).toEqual({ members: 5, invitations: 0 })
  expect(await seenBy('member')).toEqual({ members: 5, invitations: null })
  expect(await seenBy('viewer')).toEqual({ members: 5, invitations: null })
})

test('A34 to somebody outside, an organization and a name nobody has are the same', async () => {
  const refusal = async (part: 'outsider' | 'removed', organization: string) =>
    home
      .as(part)
      .organizations.get({ organization })
      .catch((error: Error) => error.message)
  const unknown = await refusal('outsider', 'nobody-has-this')
  expect(await refusal('outsider', 'acme')).toBe(unknown)
  expect(await refusal('outsider', home.acme)).toBe(unknown)
  expect(await refusal('removed', 'acme')).toBe(unknown)
})

test('the role shown is the one given directly, and permissions come from groups too', async () => {
  const { newId, writer } = home.deps
  const group = newId('grp')
  await writer.run(async (tx) => {
    const inAcme = { organization_id: home.acme, since: home.now(), until: null }
    await tx
      .insertInto('group')
      .values({ id: group, ...namesOf('Leads'), ...inAcme })
      .execute()
    await tx
      .insertInto('group_member')
      .values({
        id: newId('gme'),
        group_id: group,
        member_id: home.people.viewer.member,
        child_group_id: null,
        given_by: null,
        ended_by: null,
        ...inAcme,
      })
      .execute()
    await tx
      .insertInto('assignment')
      .values({
        id: newId('asg'),
        member_id: null,
        group_id: group,
        invitation_id: null,
        role_id: home.roles.admin,
        project_id: null,
        expires_at: null,
        given_by: null,
        ended_by: null,
        reason: null,
        ...inAcme,
      })
      .execute()
  })
  const seen = await home.as('viewer').organizations.get({ organization: 'acme' })
  expect(seen.role.key).toBe('viewer')
  expect(seen.permissions).toContain('organization.update')
})
