import { DAY } from '@roster/domain'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { callBy, contextFor } from '../testing/call.ts'
import { type House, house } from '../testing/house.ts'
import { memberOf } from '../testing/places.ts'
import { plansOf } from '../testing/plans.ts'

const acme = { organization: 'acme' }
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

/** Everybody who is looked at was active now. */
const active = (...parts: readonly ('owner' | 'admin' | 'member' | 'viewer' | 'auditor')[]) =>
  home.deps.writer.run(async (tx) => {
    for (const part of parts) {
      await tx
        .updateTable('member_listing')
        .set({ active_at: home.now() })
        .where('member_id', '=', memberOf(home, part))
        .execute()
    }
  })
const hints = () => home.as('owner').insights.hints(acme)

test('D36 inactive people are counted as the filter of the list of members finds them', async () => {
  await active('owner', 'admin', 'member')
  home.advance(45 * DAY)
  await active('owner', 'viewer')
  const { inactive, never, members } = await home.as('owner').insights.people(acme)
  expect(members).toBe(5)
  expect(inactive.map(({ days, people }) => [days, people])).toEqual([
    [30, 3],
    [60, 1],
    [90, 1],
  ])
  expect(never).toEqual({ people: 1, capped: false })
  for (const { days, people } of inactive) {
    expect((await home.as('owner').members.list({ ...acme, inactiveDays: days })).total).toBe(people)
  }
})

test('members over time has a point for each day of a year at the most', async () => {
  home.advance(3 * DAY)
  expect((await home.as('member').insights.people(acme)).membersOverTime.map((at) => at.members)).toEqual([
    5, 5, 5, 5,
  ])
  home.advance(500 * DAY)
  expect((await home.as('member').insights.people(acme)).membersOverTime).toHaveLength(366)
})

test('the funnel tells what became of each invitation, and how soon those who accepted did', async () => {
  const { email } = home.people.outsider
  await home
    .as('admin')
    .invitations.send({ ...acme, recipients: ['a@x.test', 'b@x.test', 'c@x.test', email] })
  const [mine] = (await home.as('outsider').invitations.mine({})).open
  home.advance(2 * DAY)
  await home.as('outsider').invitations.accept({ invitation: mine?.id ?? '' })
  const { items } = await home.as('admin').invitations.list({ ...acme, search: 'b@x.test' })
  await home.as('admin').invitations.revoke({ ...acme, invitations: items.map(({ id }) => id) })
  // Once more to the same person: the first is replaced, and counts no more.
  await home.as('admin').invitations.send({ ...acme, recipients: ['c@x.test'] })
  home.advance(6 * DAY)
  const seen = await home.as('admin').insights.invitations(acme)
  expect(seen.funnel).toEqual({
    ...{ sent: 4, opened: 1, accepted: 1, declined: 0, expired: 1, revoked: 1, waiting: 1 },
  })
  expect(seen.timeToAccept).toEqual({ median: 2 * DAY, p90: 2 * DAY })
  expect(seen.acceptedWithin.map((one) => one.invitations)).toEqual([0, 0, 1, 0, 0])
  expect(seen.capped).toBe(false)
  home.advance(400 * DAY)
  expect((await home.as('admin').insights.invitations(acme)).funnel.sent).toBe(0)
})

test('D40 powerful roles that rest for ninety days are hinted at, with their role, until they are active', async () => {
  home.advance(89 * DAY)
  expect(await hints()).toEqual([])
  home.advance(2 * DAY)
  expect(await hints()).toMatchObject([
    { kind: 'idle-powerful', role: { key: 'owner' }, people: 1, capped: false },
    { kind: 'idle-powerful', role: { key: 'admin' }, people: 1 },
  ])
  await active('owner', 'admin')
  expect(await hints()).toEqual([])
})

test('D41 O15 a review is suggested half a year after the last one, and not while one is under way', async () => {
  home.advance(180 * DAY)
  await active('owner', 'admin')
  expect(await hints()).toEqual([{ kind: 'review-due', reviewedAt: null }])
  const { review } = await home.as('owner').reviews.start({
    ...{ ...acme, scope: 'organization', reviewers: [memberOf(home, 'owner'), memberOf(home, 'admin')] },
    ...{ name: 'Spring', fallback: 'keep', deadline: home.now() + DAY },
  })
  expect(await hints()).toEqual([])
  await home.as('owner').reviews.close({ ...acme, review })
  expect(await hints()).toEqual([])
  const closedAt = home.now()
  home.advance(180 * DAY)
  await active('owner', 'admin')
  expect(await hints()).toEqual([{ kind: 'review-due', reviewedAt: closedAt }])
})

test.each(['people', 'invitations', 'hints'])('insights.%s walks no table from end to end', async (name) => {
  const plans = await plansOf(home.deps.reader, (reader) =>
    callBy(
      { ...contextFor(home, home.people.owner.id), reader },
      { path: `insights.${name}`, type: 'query' },
      acme,
    ),
  )
  const steps = plans.flatMap((plan) => plan.steps)
  expect(steps.filter((step) => /^SCAN (?!json_each|j VIRTUAL|through|day|\(|CONSTANT)/.test(step))).toEqual(
    [],
  )
  const joined = steps.join('\n')
  if (name === 'people') expect(joined).toContain('COVERING INDEX member_listing_by_active')
  if (name === 'hints') expect(joined).toContain('INDEX member_listing_by_role')
  if (name === 'invitations')
    expect(joined).toMatch(/INDEX invitation_by_sent \(organization_id=\? AND sent_at>\?\)/)
})
