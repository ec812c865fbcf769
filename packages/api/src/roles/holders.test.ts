import type { RoleId } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { acme } from '../members/testing.ts'
import { crowd } from '../testing/crowd.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, projectRole } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { give } from './testing.ts'

let home: House
let editor: RoleId
beforeEach(async () => {
  home = await house()
  editor = await projectRole(home, home.acme, 'editor')
})
afterEach(() => home.close())

type Kind = 'people' | 'groups' | 'invitations'
const holders = (part: Part, role: RoleId, kind: Kind = 'people') =>
  home.as(part).roles.holders({ ...acme, role, kind })

test('T8 C10 who holds a role: people, groups and invitations, and at which projects', async () => {
  const apollo = await addProject(home, 'Apollo', { visibility: 'organization' })
  const soon = home.now() + 1_000
  await giveInProject(home, apollo, 'viewer', 'editor', soon)
  const group = await addGroup(home, 'Everybody')
  await giveInProject(home, apollo, { group }, 'editor')
  const sent = await home.as('owner').invitations.send({ ...acme, recipients: ['ada@example.test'] })
  const invitation = sent[0]?.ok ? sent[0].result.invitation : undefined
  if (!invitation) throw new Error('not invited')
  await give(home, { invitation }, editor, apollo)

  const people = await holders('member', editor)
  expect(people).toMatchObject({ total: 1, totalIsCapped: false, nextCursor: null })
  expect(people.items).toMatchObject([
    {
      person: { username: 'the-viewer', member: memberOf(home, 'viewer') },
      project: { name: 'Apollo', archived: false },
      expiresAt: soon,
    },
  ])
  expect((await holders('member', editor, 'groups')).items).toMatchObject([
    { group: { id: group, name: 'Everybody' }, project: { name: 'Apollo' }, person: null },
  ])
  expect((await holders('admin', editor, 'invitations')).items).toMatchObject([
    { invitation: { id: invitation, recipient: 'ada@example.test' } },
  ])
  expect((await holders('viewer', home.roles.owner)).items).toMatchObject([
    { person: { username: 'the-owner' }, project: null, by: null },
  ])
})

test('private projects stay unknown to those who are not in them', async () => {
  const secret = await addProject(home, 'Secret')
  await giveInProject(home, secret, 'viewer', 'editor')
  expect(await holders('member', editor)).toMatchObject({ total: 0, items: [] })
  expect((await holders('viewer', editor)).total).toBe(1)
  expect((await holders('admin', editor)).total).toBe(1)
})

test('groups and invitations need the permission to see them', async () => {
  expect((await refused(holders('viewer', editor, 'groups'))).code).toBe('not-permitted')
  expect((await refused(holders('member', editor, 'invitations'))).code).toBe('not-permitted')
})

test('a page leads to the next', async () => {
  await crowd(home, ['Ada', 'Bob', 'Eve'], home.roles.auditor)
  const page = { ...acme, role: home.roles.auditor, pageSize: 3 }
  const first = await home.as('owner').roles.holders(page)
  expect(first).toMatchObject({ total: 4, page: 1 })
  const next = await home.as('owner').roles.holders({ ...page, cursor: first.nextCursor ?? '' })
  expect(next).toMatchObject({ nextCursor: null })
  const second = await home.as('owner').roles.holders({ ...page, page: 2 })
  expect(second.items).toEqual(next.items)
  expect(new Set([...first.items, ...next.items].map(({ assignment }) => assignment)).size).toBe(4)
})
