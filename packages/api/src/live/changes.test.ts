import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endMembership } from '../members/store.ts'
import { appRouter } from '../router.ts'
import { type House, house, type Part } from '../testing/house.ts'
import type { Context } from '../transport/context.ts'
import { createCallerFactory } from '../transport/trpc.ts'
import type { LiveChange } from './changes.ts'
import { MOST_STREAMS, streamsOf } from './streams.ts'

const callers = createCallerFactory(appRouter)
let home: House
const opened: AbortController[] = []

beforeEach(async () => {
  home = await house()
})
afterEach(async () => {
  vi.useRealTimers()
  for (const controller of opened.splice(0)) controller.abort()
  await home.close()
})

/** An open page of somebody: what it was told, how it ended, and the way to close it. */
async function page(part: Part, organization?: string, session: string | null = null) {
  const controller = new AbortController()
  opened.push(controller)
  const context: Context = {
    ...home.deps,
    actor: { kind: 'user', id: home.people[part].id },
    now: home.now(),
    session,
    address: '192.0.2.1',
    userAgent: 'test',
    setSession: () => undefined,
    report: () => 'incident',
  }
  const caller = callers(context, { signal: controller.signal })
  const events = await caller.live.changes(organization === undefined ? {} : { organization })
  const told: LiveChange[] = []
  const ended = (async () => {
    try {
      for await (const event of events) told.push(event)
      return 'closed'
    } catch (error) {
      return error instanceof Error ? error.message : 'unknown'
    }
  })()
  return { told, ended, close: () => controller.abort() }
}

/** Waits until everything published so far has been told. */
const told = (page: { told: readonly LiveChange[] }, events: number) =>
  vi.waitFor(() => expect(page.told).toHaveLength(events), { timeout: 5_000 })
const listening = () => home.deps.changes.listening
const NOT_FOUND = 'There is nothing here, or it is not yours to see.'

test('I8 a change by somebody else reaches an open page of the organization, and only of that one', async () => {
  const member = await page('member', 'acme')
  const elsewhere = await page('outsider', 'globex')
  await home.as('owner').organizations.update({ organization: 'acme', name: 'Acme Limited' })
  await told(member, 1)
  expect(member.told).toEqual([{ slice: 'organizations', organization: home.acme, mine: false }])
  expect(elsewhere.told).toEqual([])
})

test('a burst is one event for each slice', async () => {
  const member = await page('member', 'acme')
  for (let index = 0; index < 500; index++) {
    home.deps.changes.publish({ slice: 'invitations', organization: home.acme })
    home.deps.changes.publish({ slice: 'members', organization: home.acme, people: [home.people.owner.id] })
  }
  await told(member, 2)
  expect(member.told.map((event) => event.slice)).toEqual(['invitations', 'members'])
})

test('what concerns the caller in person reaches them wherever they are, and says so', async () => {
  const outsider = await page('outsider')
  home.deps.changes.publish({
    slice: 'invitations',
    organization: home.acme,
    people: [home.people.outsider.id],
  })
  home.deps.changes.publish({ slice: 'members', organization: home.acme, people: [home.people.owner.id] })
  await told(outsider, 1)
  expect(outsider.told).toEqual([{ slice: 'invitations', organization: home.acme, mine: true }])
})

test('A22 A58 whoever is removed hears nothing more: the stream ends as if the organization did not exist', async () => {
  const member = await page('member', 'acme')
  const { acme, deps, people } = home
  await deps.writer.run(async (tx) => {
    if (!people.member.member) throw new Error('the member is one')
    await endMembership(tx, {
      organization: acme,
      member: people.member.member,
      by: people.owner.id,
      now: home.now(),
    })
  })
  deps.changes.publish({ slice: 'members', organization: acme, people: [people.member.id] })
  expect(await member.ended).toBe(NOT_FOUND)
  expect(member.told).toEqual([])
  expect(listening()).toBe(0)
})

test('A22 the streams of everybody end with the organization', async () => {
  const pages = await Promise.all([page('member', 'acme'), page('owner', 'acme')])
  await home.as('owner').organizations.delete({ organization: 'acme', confirm: 'acme' })
  expect(await Promise.all(pages.map((one) => one.ended))).toEqual([NOT_FOUND, NOT_FOUND])
})

test('A58 an ended session or account is found within a minute, also when nothing tells of it', async () => {
  const { deps, people } = home
  const session = deps.newId('ses')
  await deps.writer.run((tx) =>
    tx
      .insertInto('session')
      .values({
        token_hash: 'of-a-test',
        id: session,
        user_id: people.member.id,
        created_at: home.now(),
        expires_at: home.now() + 1_000_000,
        ends_at: home.now() + 1_000_000,
        last_seen_at: home.now(),
        address: '',
        user_agent: '',
      })
      .execute(),
  )
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const withSession = await page('member', 'acme', session)
  const disabled = await page('viewer', 'acme')
  await deps.writer.run(async (tx) => {
    await tx.deleteFrom('session').where('id', '=', session).execute()
    await tx.updateTable('user').set({ disabled_at: home.now() }).where('id', '=', people.viewer.id).execute()
  })
  expect(listening()).toBe(2)
  vi.advanceTimersByTime(60_000)
  expect(await withSession.ended).toBe('Sign in to continue.')
  expect(await disabled.ended).toBe('Sign in to continue.')
  expect(listening()).toBe(0)
})

test('A58 one person has at most ten streams: the oldest ends', async () => {
  const first = await page('member', 'acme')
  const others = []
  for (let index = 0; index < MOST_STREAMS; index++) others.push(await page('member', 'acme'))
  expect(await first.ended).toBe('closed')
  expect(streamsOf(home.deps.changes, home.people.member.id)).toBe(MOST_STREAMS)
  expect(listening()).toBe(MOST_STREAMS)
  home.deps.changes.publish({ slice: 'members', organization: home.acme })
  await Promise.all(others.map((one) => told(one, 1)))
})

test('closing the page leaves nothing behind', async () => {
  const pages = await Promise.all([page('member', 'acme'), page('owner', 'acme'), page('outsider')])
  expect(listening()).toBe(3)
  for (const one of pages) one.close()
  expect(await Promise.all(pages.map((one) => one.ended))).toEqual(['closed', 'closed', 'closed'])
  expect(listening()).toBe(0)
  expect(streamsOf(home.deps.changes, home.people.member.id)).toBe(0)
})

test('nobody listens to an organization they are not in', async () => {
  await expect(page('outsider', 'acme')).rejects.toThrow(NOT_FOUND)
  await expect(page('removed', 'acme')).rejects.toThrow(NOT_FOUND)
  await expect(home.as('anonymous').live.changes({})).rejects.toThrow('Sign in to continue.')
  expect(listening()).toBe(0)
})
