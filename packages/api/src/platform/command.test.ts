import { Refusal } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { replaceRole } from '../members/store.ts'
import { contextFor } from '../testing/call.ts'
import { digestOf } from '../testing/digest.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { INSTANCE_CHAIN } from './audit.ts'
import type { Change } from './changes.ts'
import { bulkCommand, command, type Done, execute, executeBulk, UNCHANGED } from './command.ts'
import { inOrganization } from './input.ts'
import { executeOpen, nothingToPrepare, openCommand } from './open-command.ts'

let home: House
let told: Change[]
beforeEach(async () => {
  home = await house()
  told = []
  home.deps.changes.subscribe((change) => told.push(change))
})
afterEach(() => home.close())

const callOf = (part: Part | 'anonymous') =>
  contextFor(home, part === 'anonymous' ? null : home.people[part].id)

/** Renames the organization and mails about it, and then does what it is told. */
const rename = (end: () => Done<string>) =>
  command({
    permission: 'organization.update',
    records: 'organization.updated',
    input: inOrganization({}),
    async run({ tx, organization }) {
      await tx
        .updateTable('organization')
        .set({ name: 'Renamed' })
        .where('id', '=', organization.id)
        .execute()
      return end()
    },
  })
const done = (): Done<string> => ({
  result: 'done',
  audit: { target: { kind: 'organization', id: home.acme }, facts: { before: 'Acme', after: 'Renamed' } },
  outbox: [{ kind: 'welcome', reference: home.acme, event: 'a test' }],
  people: [home.people.member.id],
})

const messages = () => home.deps.reader.selectFrom('message').selectAll().execute()
const trail = (chain: string = home.acme) =>
  home.deps.reader.selectFrom('audit_entry').select(['entry']).where('chain', '=', chain).execute()

test('the change, its entry, its mail and the news of it come together', async () => {
  expect(await execute(rename(done), callOf('owner'), { organization: 'acme' })).toBe('done')
  const [entry, ...others] = await trail()
  expect(others).toEqual([])
  const held = await home.deps.reader
    .selectFrom('assignment')
    .select('id')
    .where('member_id', '=', home.people.owner.member)
    .executeTakeFirstOrThrow()
  expect(JSON.parse(entry?.entry ?? '')).toMatchObject({
    chain: home.acme,
    sequence: 1,
    at: home.now(),
    action: 'organization.updated',
    actor: { kind: 'user', id: home.people.owner.id },
    allowedBy: held.id,
    facts: { before: 'Acme', after: 'Renamed' },
  })
  expect(await messages()).toMatchObject([
    { kind: 'welcome', state: 'queued', organization_id: home.acme, next_attempt_at: home.now() },
  ])
  expect(told).toEqual([{ slice: 'organizations', organization: home.acme, people: [home.people.member.id] }])
})

test('whoever may not leaves nothing behind: no change, no entry, no mail, no news', async () => {
  const before = await digestOf(home)
  const codes: Record<string, unknown> = {}
  for (const part of ['member', 'viewer', 'auditor', 'outsider', 'removed', 'anonymous'] as const) {
    const refused = execute(rename(done), callOf(part), { organization: 'acme' })
    codes[part] = await refused.catch((error: unknown) => (error instanceof Refusal ? error.code : error))
  }
  expect(codes).toEqual({
    member: 'not-permitted',
    viewer: 'not-permitted',
    auditor: 'not-permitted',
    outsider: 'not-found',
    removed: 'not-found',
    anonymous: 'not-signed-in',
  })
  expect(await digestOf(home)).toEqual(before)
  expect(told).toEqual([])
})

test('a command that fails after it has written takes all of it back', async () => {
  const before = await digestOf(home)
  const failing = [
    rename(() => {
      throw new Refusal('slug-taken')
    }),
    rename(() => ({ ...done(), audit: { target: null, facts: { lone: '\ud800' } } })),
    rename(() => ({ ...done(), audit: { target: null, facts: { endless: Number.POSITIVE_INFINITY } } })),
  ]
  for (const spec of failing) {
    await expect(execute(spec, callOf('owner'), { organization: 'acme' })).rejects.toThrow()
    expect(await digestOf(home)).toEqual(before)
  }
  expect(told).toEqual([])
})

test('what was found as it was asked to be is no entry and no news', async () => {
  await execute(
    rename(() => ({ result: '', audit: UNCHANGED })),
    callOf('owner'),
    { organization: 'acme' },
  )
  expect(await trail()).toEqual([])
  expect(told).toEqual([])
})

test('a second mail for the same event is not written', async () => {
  for (let index = 0; index < 3; index++) {
    await execute(rename(done), callOf('owner'), { organization: 'acme' })
  }
  expect(await messages()).toHaveLength(1)
  expect(await trail()).toHaveLength(3)
})

/** Notes every item; the odd ones are refused. `between` runs before each chunk. */
const bulkOf = (between: () => Promise<unknown> = async () => undefined) =>
  bulkCommand({
    permission: 'members.update',
    records: 'member.updated',
    input: inOrganization({ items: z.array(z.number()) }),
    items: ({ items }) => items,
    async run(_, __, items: readonly number[]) {
      await between()
      return items.map((item) =>
        item % 2 === 1
          ? { refusal: new Refusal('not-found') }
          : { result: item, audit: { target: null, facts: { item } }, people: [home.people.member.id] },
      )
    },
  })
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

test('T17 each item of a bulk command has its own outcome, in the order given, and its own entry', async () => {
  const outcomes = await executeBulk(bulkOf(), callOf('admin'), { organization: 'acme', items: numbers(600) })
  expect(outcomes).toHaveLength(600)
  expect(outcomes.slice(0, 3)).toEqual([
    { ok: true, result: 0 },
    {
      ok: false,
      refusal: { code: 'not-found', message: 'There is nothing here, or it is not yours to see.' },
    },
    { ok: true, result: 2 },
  ])
  expect(outcomes.flatMap((one) => (one.ok ? [one.result] : []))).toEqual(
    numbers(600).filter((item) => item % 2 === 0),
  )
  expect((await trail()).map(({ entry }) => JSON.parse(entry).facts.item)).toEqual(
    numbers(600).filter((item) => item % 2 === 0),
  )
  expect(told.map((change) => change.slice)).toEqual(Array(6).fill('members'))
})

test('a bulk command of nothing is still asked whether it may', async () => {
  await expect(executeBulk(bulkOf(), callOf('viewer'), { organization: 'acme', items: [] })).rejects.toThrow(
    'Your role does not allow this',
  )
  expect(await executeBulk(bulkOf(), callOf('admin'), { organization: 'acme', items: [] })).toEqual([])
  expect(await trail()).toEqual([])
  expect(told).toEqual([])
})

test('A19 a right lost while a long call runs refuses what is left, item by item', async () => {
  const { deps, people, roles, acme } = home
  let chunks = 0
  const demoting = bulkOf(async () => {
    chunks += 1
    const { member } = people.admin
    if (!member) throw new Error('the admin is a member')
    const change = { organization: acme, member, role: roles.viewer, by: people.owner.id, now: home.now() }
    // Waits its turn behind this very chunk.
    void deps.writer.run((tx) => replaceRole(tx, deps.newId, change))
  })
  const outcomes = await executeBulk(demoting, callOf('admin'), { organization: 'acme', items: numbers(600) })
  expect(chunks).toBe(1)
  expect(outcomes).toHaveLength(600)
  expect(outcomes.slice(0, 100).filter((one) => one.ok)).toHaveLength(50)
  for (const one of outcomes.slice(100))
    expect(one).toMatchObject({ ok: false, refusal: { code: 'not-permitted' } })
  expect(await trail()).toHaveLength(50)
})

test('an open command prepares outside the transaction, and its entry goes on the instance’s chain', async () => {
  const steps: string[] = []
  const opening = openCommand({
    opensTo: 'signed-in',
    records: 'identity.profile-changed',
    input: z.strictObject({}),
    async prepare() {
      await home.deps.writer.run(async () => steps.push('another transaction'))
      return 'prepared'
    },
    async run({ actor }, _, prepared) {
      steps.push(prepared)
      return { result: actor.id, audit: { target: { kind: 'user', id: actor.id } }, people: [actor.id] }
    },
  })
  const { outsider } = home.people
  expect(await executeOpen(opening, callOf('outsider'), {})).toMatchObject({ result: outsider.id })
  expect(steps).toEqual(['another transaction', 'prepared'])
  const [entry] = await trail(INSTANCE_CHAIN)
  expect(JSON.parse(entry?.entry ?? '')).toMatchObject({ actor: { id: outsider.id }, allowedBy: null })
  expect(told).toEqual([{ slice: 'identity', organization: null, people: [outsider.id] }])

  const before = await digestOf(home)
  await expect(executeOpen(opening, callOf('anonymous'), {})).rejects.toThrow('Sign in to continue.')
  expect(steps).toHaveLength(2)
  expect(await digestOf(home)).toEqual(before)
})

test('an open command that fails leaves nothing behind', async () => {
  const failing = openCommand({
    opensTo: 'anyone',
    records: 'identity.signed-up',
    input: z.strictObject({}),
    prepare: nothingToPrepare,
    async run({ tx }) {
      await tx.updateTable('user').set({ name: 'Mallory' }).execute()
      throw new Refusal('sign-up-closed')
    },
  })
  const before = await digestOf(home)
  await expect(executeOpen(failing, callOf('anonymous'), {})).rejects.toThrow('Accounts are by invitation')
  expect(await digestOf(home)).toEqual(before)
  expect(told).toEqual([])
})
