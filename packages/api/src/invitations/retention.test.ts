import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compose } from '../outbox/compose.ts'
import { runJob } from '../platform/job.ts'
import { faults } from '../testing/crowd.ts'
import { addAccount, type House, house } from '../testing/house.ts'
import { purgeInvitations } from './purge.ts'
import { remindInvitations } from './remind.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const owner = () => home.as('owner')
const invite = async (recipient: string, expiryDays: number | null = 7) => {
  const [sent] = await owner().invitations.send({
    organization: 'acme',
    recipients: [recipient],
    expiryDays,
    message: 'See you on Monday',
  })
  if (!sent?.ok) throw new Error(sent?.refusal.message ?? 'nothing was sent')
  return sent.result.invitation
}
const handOver = () =>
  home.deps.writer.run((tx) =>
    tx
      .updateTable('message')
      .set({
        state: 'handed-over',
        settled_at: home.now(),
        next_attempt_at: null,
        outcome: '250 ok <to you>',
      })
      .where('state', '=', 'queued')
      .execute(),
  )
const set = (policies: { historyDays?: number | null; reminders?: boolean }) =>
  owner().organizations.update({ organization: 'acme', policies })
const queued = async () =>
  home.deps.reader.selectFrom('message').selectAll().where('state', '=', 'queued').orderBy('id').execute()
const letters = async () =>
  Promise.all(
    (await queued()).map(async (message) => {
      const letter = await compose(home.deps, message, home.now())
      if (!letter) return [message.kind, 'pointless']
      return 'unwanted' in letter
        ? [message.kind, letter.unwanted]
        : [message.kind, letter.to, letter.rendered.subject]
    }),
  )
const rows = () =>
  home.deps.reader
    .selectFrom('invitation')
    .select(['id', 'email', 'user_id', 'message', 'state', 'purged_at'])
    .orderBy('id')
    .execute()

test('D43 invitee and inviter are reminded once, in the last 48 hours, and the trail tells of it', async () => {
  const id = await invite('grace@elsewhere.test')
  await handOver()
  home.advance(5 * DAY)
  expect(await runJob(remindInvitations, home.deps)).toBe(0)
  home.advance(1)
  expect(await runJob(remindInvitations, home.deps)).toBe(1)
  expect(await letters()).toEqual([
    ['invitation', 'grace@elsewhere.test', 'Reminder: your invitation to Acme is open'],
    ['invitation-ending', home.people.owner.email, 'Your invitation to Acme has not been answered'],
  ])
  const { items } = await owner().audit.list({ organization: 'acme', action: 'invitation.reminded' })
  expect(items).toMatchObject([{ actor: null, target: { kind: 'invitation', id } }])
  await handOver()
  home.advance(3_600_000)
  expect(await runJob(remindInvitations, home.deps)).toBe(0)
  await owner().invitations.extend({ organization: 'acme', invitation: id, days: 7 })
  expect(await runJob(remindInvitations, home.deps)).toBe(0)
  home.advance(7 * DAY)
  expect(await runJob(remindInvitations, home.deps)).toBe(1)
  expect(await faults(home)).toEqual([])
})

test('D43 nobody is reminded of what was answered, never ends, was not delivered, or where the policy is off', async () => {
  const revoked = await invite('a@elsewhere.test')
  await invite('b@elsewhere.test', null)
  await handOver()
  await invite('c@elsewhere.test')
  await owner().invitations.revoke({ organization: 'acme', invitations: [revoked] })
  home.advance(6 * DAY)
  expect(await runJob(remindInvitations, home.deps)).toBe(0)
  await handOver()
  await set({ reminders: false })
  expect(await runJob(remindInvitations, home.deps)).toBe(0)
  await set({ reminders: true })
  expect(await runJob(remindInvitations, home.deps)).toBe(1)
})

test('D43 O14 whoever has muted the organization is not reminded; the inviter is', async () => {
  const eve = await addAccount(home.deps, 'eve', home.now())
  await invite(eve.email)
  await invite(`@${home.people.outsider.username}`)
  await handOver()
  await home.deps.writer.run((tx) =>
    tx
      .insertInto('mute')
      .values(
        [eve.id, home.people.outsider.id].map((user_id) => ({
          user_id,
          organization_id: home.acme,
          since: 1,
        })),
      )
      .execute(),
  )
  home.advance(6 * DAY)
  expect(await runJob(remindInvitations, home.deps)).toBe(2)
  const sent = await letters()
  expect(sent.map(([kind, to]) => [kind, to])).toEqual([
    ['invitation-ending', home.people.owner.email],
    ['invitation-ending', home.people.owner.email],
  ])
})

test('D43 many are reminded in small transactions, each of them once', async () => {
  const recipients = Array.from({ length: 130 }, (_, index) => `p${index}@elsewhere.test`)
  await owner().invitations.send({ organization: 'acme', recipients, expiryDays: 7 })
  await handOver()
  home.advance(6 * DAY)
  expect(await runJob(remindInvitations, home.deps)).toBe(130)
  expect(await queued()).toHaveLength(260)
})

test('D34 personal data goes so many days after an invitation was closed; counts and the trail stay', async () => {
  await set({ historyDays: 30 })
  const declined = await invite(`@${home.people.outsider.username}`)
  const revoked = await invite('grace@elsewhere.test')
  await handOver()
  await home.as('outsider').invitations.decline({ invitation: declined })
  await owner().invitations.revoke({ organization: 'acme', invitations: [revoked] })
  const before = await owner().audit.list({ organization: 'acme' })
  home.advance(30 * DAY - 1)
  expect(await runJob(purgeInvitations, home.deps)).toBe(0)
  home.advance(1)
  expect(await runJob(purgeInvitations, home.deps)).toBe(2)
  expect(await rows()).toEqual([
    { id: declined, email: '', user_id: null, message: null, state: 'declined', purged_at: home.now() },
    { id: revoked, email: '', user_id: null, message: null, state: 'revoked', purged_at: home.now() },
  ])
  const outcomes = await home.deps.reader.selectFrom('message').select('outcome').execute()
  expect(outcomes.every((one) => one.outcome === null)).toBe(true)
  const listed = await owner().invitations.list({ organization: 'acme', status: 'all' })
  expect(listed.total).toBe(2)
  expect(listed.items.map(({ recipient, purgedAt }) => [recipient, purgedAt])).toEqual([
    [{ email: null, username: null }, home.now()],
    [{ email: null, username: null }, home.now()],
  ])
  const { items, total } = await owner().audit.list({ organization: 'acme' })
  expect(total).toBe(before.total + 1)
  expect(items[0]).toMatchObject({ action: 'invitation.purged', actor: null, facts: { invitations: 2 } })
  expect(await owner().audit.verify({ organization: 'acme' })).toMatchObject({ intact: true })
  expect(JSON.stringify(items)).not.toContain('grace@')
  expect(await runJob(purgeInvitations, home.deps)).toBe(0)
  expect(await home.as('outsider').invitations.mine({})).toEqual({ open: [], past: [] })
  expect(await faults(home)).toEqual([])
})

test('D34 an invitation that ran out is taken off the list and purged; an open one and a kept one stay', async () => {
  const expired = await invite('a@elsewhere.test', 1)
  const open = await invite('b@elsewhere.test', null)
  await handOver()
  home.advance(11 * DAY)
  expect(await runJob(purgeInvitations, home.deps)).toBe(0)
  await set({ historyDays: 10 })
  expect(await runJob(purgeInvitations, home.deps)).toBe(1)
  expect((await rows()).map(({ id, email, state }) => [id, email, state])).toEqual([
    [expired, '', 'deleted'],
    [open, 'b@elsewhere.test', 'pending'],
  ])
  const { items } = await owner().audit.list({ organization: 'acme' })
  expect(items.slice(0, 2).map(({ action, target }) => [action, target?.id])).toEqual([
    ['invitation.deleted', expired],
    ['invitation.purged', home.acme],
  ])
  expect((await owner().organizations.get({ organization: 'acme' })).totals.invitations).toBe(1)
})

test('D34 an old link to an invitation that nobody can read any more tells that it is closed, and of nobody', async () => {
  await set({ historyDays: 1 })
  const id = await invite('grace@elsewhere.test')
  await owner().invitations.revoke({ organization: 'acme', invitations: [id] })
  home.advance(2 * DAY)
  await runJob(purgeInvitations, home.deps)
  const secret = `m.${home.deps.links.secret('invitation-mailed', id, 1)}`
  const seen = await home.as('anonymous').invitations.view({ invitation: id, secret })
  expect(seen).toMatchObject({ status: 'revoked', email: null, message: null, acceptable: false })
  expect(await owner().invitations.revoke({ organization: 'acme', invitations: [id] })).toMatchObject([
    { ok: false, refusal: { code: 'invitation-not-open' } },
  ])
})
