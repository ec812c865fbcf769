import { AUDIT_ACTIONS } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { recordAudit } from '../platform/audit.ts'
import { callBy, contextFor } from '../testing/call.ts'
import { type House, house } from '../testing/house.ts'
import { plansOf } from '../testing/plans.ts'
import type { AuditFilter } from './walk.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const list = (input: Partial<Parameters<ReturnType<House['as']>['audit']['list']>[0]> = {}) =>
  home.as('auditor').audit.list({ organization: 'acme', ...input })

/** Nobody did it. */
const ROSTER = { kind: 'system', id: null } as const

/** Entries a minute apart, by and about the cast in turn. */
async function write(entries: number): Promise<void> {
  const { acme, deps, people } = home
  const cast = [people.owner.id, people.admin.id, people.member.id]
  const actors = cast.map((id) => ({ kind: 'user' as const, id }))
  const start = home.now()
  await deps.writer.run(async (tx) => {
    for (let index = 0; index < entries; index++) {
      const frame = {
        chain: acme,
        action: index % 10 === 0 ? ('member.removed' as const) : ('member.updated' as const),
        at: start + index * 60_000,
        actor: actors[index % 3] ?? ROSTER,
        allowedBy: null,
        change: deps.newId('chg'),
      }
      const target = { kind: 'user' as const, id: cast[(index + 1) % 3] ?? '' }
      await recordAudit(tx, deps.newId, frame, [{ target, facts: { index } }])
    }
  })
}

test('D30 an entry tells who did what to whom, when, before and after, and by which right', async () => {
  const { people, roles } = home
  await home.as('admin').members.changeRoles({
    organization: 'acme',
    members: [people.viewer.member ?? ''],
    role: roles.member,
  })
  const { items, total, nextCursor } = await list()
  expect({ total, nextCursor }).toEqual({ total: 1, nextCursor: null })
  const [entry] = items
  expect(entry).toMatchObject({
    sequence: 1,
    at: home.now(),
    action: 'member.role-changed',
    actor: { user: people.admin.id, name: 'The admin', email: people.admin.email, verified: true },
    target: { kind: 'user', id: people.viewer.id, label: 'The viewer', person: { user: people.viewer.id } },
    allowedBy: { role: { id: roles.admin, key: 'admin', name: 'Admin' } },
  })
  expect(Object.values(entry?.facts ?? {})).toEqual(expect.arrayContaining([roles.viewer, roles.member]))
  expect(entry?.labels).toMatchObject({ [roles.viewer]: 'Viewer', [roles.member]: 'Member' })
  expect(entry?.hash).toMatch(/^[0-9a-f]{64}$/)
})

test('names are those of today: a display name, an erased account, an address only where one was invited', async () => {
  const { deps, people } = home
  await home.as('owner').invitations.send({
    organization: 'acme',
    recipients: ['eve@example.test', people.outsider.username],
  })
  await write(3)
  await deps.writer.run(async (tx) => {
    await tx
      .updateTable('member')
      .set({ display_name: 'Mem of Acme' })
      .where('user_id', '=', people.member.id)
      .where('until', 'is', null)
      .execute()
    await tx
      .updateTable('user')
      .set({ deleted_at: home.now(), email: null, username: null, name: 'whoever' })
      .where('id', '=', people.admin.id)
      .execute()
  })
  const { items } = await list()
  const bySequence = new Map(items.map((item) => [item.sequence, item]))
  expect([bySequence.get(1)?.target?.label, bySequence.get(2)?.target?.label].sort()).toEqual([
    'eve@example.test',
    people.outsider.username,
  ])
  expect(bySequence.get(3)?.target?.person).toEqual({
    user: people.admin.id,
    name: 'Deleted account',
    username: null,
    email: null,
    verified: false,
    avatar: null,
  })
  expect(bySequence.get(4)?.target?.label).toBe('Mem of Acme')
})

test('T12 of somebody who never was a member only the username shows', async () => {
  const { acme, deps, people } = home
  await deps.writer.run((tx) =>
    recordAudit(
      tx,
      deps.newId,
      {
        chain: acme,
        action: 'invitation.declined',
        at: home.now(),
        actor: { kind: 'user', id: people.outsider.id },
        allowedBy: null,
        change: deps.newId('chg'),
      },
      [{ target: { kind: 'user', id: people.removed.id } }],
    ),
  )
  const [entry] = (await list()).items
  expect(entry?.actor).toEqual({
    user: people.outsider.id,
    name: people.outsider.username,
    username: people.outsider.username,
    email: null,
    verified: false,
    avatar: null,
  })
  expect(entry?.target?.person).toMatchObject({ name: 'The removed', email: people.removed.email })
})

test('pages and cursors walk the whole trail, newest first, whatever is filtered', async () => {
  await write(157)
  const { people } = home
  const start = home.now()
  const filters: readonly AuditFilter[] = [
    {},
    { person: people.admin.id },
    { action: 'member.removed' },
    { person: people.member.id, action: 'member.removed' },
    { from: start + 20 * 60_000, to: start + 120 * 60_000 },
    { person: people.owner.id, from: start + 50 * 60_000 },
    { action: 'member.removed', to: start + 77 * 60_000 },
  ]
  const all: { sequence: number; at: number; action: string; people: (string | undefined)[] }[] = []
  for (let page = 1; page <= 2; page++) {
    for (const item of (await list({ pageSize: 100, page })).items) {
      all.push({ ...item, people: [item.actor?.user, item.target?.id] })
    }
  }
  expect(all.map((item) => item.sequence)).toEqual(Array.from({ length: 157 }, (_, index) => 157 - index))
  for (const filter of filters) {
    const expected = all
      .filter((item) => filter.person === undefined || item.people.includes(filter.person))
      .filter((item) => filter.action === undefined || item.action === filter.action)
      .filter((item) => filter.from === undefined || item.at >= filter.from)
      .filter((item) => filter.to === undefined || item.at < filter.to)
      .map((item) => item.sequence)
    const byCursor: number[] = []
    let cursor: string | null | undefined
    do {
      const answer = await list({ ...filter, pageSize: 7, ...(cursor ? { cursor } : {}) })
      expect(answer).toMatchObject({ total: expected.length, totalIsCapped: false })
      byCursor.push(...answer.items.map((item) => item.sequence))
      cursor = answer.nextCursor
    } while (cursor)
    expect(byCursor).toEqual(expected)
    const third = await list({ ...filter, pageSize: 7, page: 3 })
    expect(third.items.map((item) => item.sequence)).toEqual(expected.slice(14, 21))
  }
})

test('F10 entries are found by date also where the clock went back', async () => {
  const { acme, deps } = home
  const at = [100, 200, 50, 300, 60].map((minutes) => home.now() + minutes * 60_000)
  for (const moment of at) {
    const frame = {
      chain: acme,
      action: 'member.updated',
      at: moment,
      actor: ROSTER,
      allowedBy: null,
      change: deps.newId('chg'),
    } as const
    await deps.writer.run((tx) => recordAudit(tx, deps.newId, frame, [{ target: null }]))
  }
  const found = await list({ from: home.now() + 55 * 60_000, to: home.now() + 250 * 60_000 })
  expect(found.items.map((item) => item.sequence)).toEqual([2, 1, 5])
  const [first] = found.items
  const rest = await list({
    from: home.now() + 55 * 60_000,
    to: home.now() + 250 * 60_000,
    pageSize: 1,
  })
  expect(rest.items).toEqual([first])
})

test('A35 the cursor of another list, or a made-up one, is refused', async () => {
  await write(30)
  const { nextCursor } = await list({ pageSize: 10 })
  const refused = 'This page position belongs to another list. Start from the first page.'
  await expect(list({ cursor: nextCursor ?? '', action: 'member.removed' })).rejects.toThrow(refused)
  await expect(
    home.as('outsider').audit.list({ organization: 'globex', cursor: nextCursor ?? '' }),
  ).rejects.toThrow(refused)
  for (const cursor of ['', 'x', 'AAAAAAAAAAAAAAAA', `${nextCursor?.slice(0, 12)}eyJhIjoxfQ`]) {
    await expect(list({ cursor })).rejects.toThrow(refused)
  }
})

test('a count of filtered entries stops at a thousand', async () => {
  await write(1_100)
  expect(await list({ action: 'member.updated' })).toMatchObject({ total: 990, totalIsCapped: false })
  const capped = await list({ person: home.people.admin.id, from: 0 })
  expect(capped).toMatchObject({ total: 734, totalIsCapped: false })
  await write(1_100)
  expect(await list({ action: 'member.updated' })).toMatchObject({ total: 1_000, totalIsCapped: true })
  expect(await list()).toMatchObject({ total: 2_200, totalIsCapped: false })
})

test('whichever way the trail is filtered, an index leads and nothing else is walked', async () => {
  await write(20)
  const { people } = home
  const stepsOf = async (filter: object) => {
    const context = contextFor(home, people.auditor.id)
    const plans = await plansOf(home.deps.reader, (reader) =>
      callBy(
        { ...context, reader },
        { path: 'audit.list', type: 'query' },
        { organization: 'acme', ...filter },
      ),
    )
    const steps = plans.flatMap((plan) => plan.steps)
    expect(
      steps.filter((step) =>
        /^SCAN (?!json_each|j VIRTUAL|through|CONSTANT)|\(organization_id=\?\)$/.test(step),
      ),
    ).toEqual([])
    return [...new Set(steps.filter((step) => step.includes('audit_entry')))]
      .map((step) => step.replace('COVERING ', ''))
      .sort()
  }
  const one = 'SEARCH audit_entry USING PRIMARY KEY (chain=? AND sequence=?)'
  expect(await stepsOf({})).toEqual([
    'SEARCH audit_entry USING PRIMARY KEY (chain=? AND sequence<?)',
    one,
    'SEARCH audit_entry USING PRIMARY KEY (chain=?)', // the first and the last entry only
  ])
  expect(await stepsOf({ person: people.admin.id })).toEqual([
    'SEARCH audit_entry USING INDEX audit_by_actor (chain=? AND actor_id=? AND sequence<?)',
    'SEARCH audit_entry USING INDEX audit_by_target (chain=? AND target_id=? AND sequence<?)',
    one,
  ])
  expect(await stepsOf({ action: 'member.removed' })).toEqual([
    'SEARCH audit_entry USING INDEX audit_by_action (chain=? AND action=? AND sequence<?)',
    one,
  ])
  expect(await stepsOf({ from: 0, action: 'member.removed', person: people.admin.id })).toEqual([
    'SEARCH audit_entry USING INDEX audit_by_at (chain=? AND at>? AND at<?)',
    one,
  ])
})

test('every action of the trail can be asked for', async () => {
  for (const action of AUDIT_ACTIONS) expect(await list({ action })).toMatchObject({ items: [], total: 0 })
})

test('people for the filter are found in the trail, among the members, and of earlier by username or address', async () => {
  const search = async (text: string, part: 'admin' | 'auditor' = 'admin') =>
    (await home.as(part).audit.people({ organization: 'acme', search: text })).map((person) => person.name)
  expect(await search('')).toEqual([])
  expect(await search('view')).toEqual(['The viewer'])
  expect(await search('the-view')).toEqual(['The viewer'])
  expect(await search('REMOVED@acme')).toEqual(['The removed'])
  expect(await search('outsider@acme')).toEqual([])
  await write(3)
  expect(await search('')).toEqual(['The member', 'The owner', 'The admin'])
  expect(await search('own')).toEqual(['The owner'])
  expect((await search('the')).slice(0, 3)).toEqual(['The member', 'The owner', 'The admin'])
  expect(await search('nobody like this')).toEqual([])
  expect(await search('"*% OR')).toEqual([])
  // A33 no side door to the list of members
  expect(await search('view', 'auditor')).toEqual([])
  expect(await search('own', 'auditor')).toEqual(['The owner'])
})
