import { DAY, type ReviewItemId } from '@roster/domain'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runJob } from '../platform/job.ts'
import { crowd } from '../testing/crowd.ts'
import { digestOf } from '../testing/digest.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, projectRole } from '../testing/places.ts'
import { closeDueReviews } from './due.ts'

type Started = Partial<Parameters<ReturnType<House['as']>['reviews']['start']>[0]>
const acme = { organization: 'acme' }
let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const start = async (asked: Started = {}, as: Part = 'owner') => {
  const { review } = await home.as(as).reviews.start({
    ...acme,
    scope: 'organization',
    reviewers: [memberOf(home, 'owner'), memberOf(home, 'admin')],
    name: 'Spring',
    fallback: 'keep',
    deadline: home.now() + 14 * DAY,
    ...asked,
  })
  return review
}
const itemsOf = async (review: Awaited<ReturnType<typeof start>>, as: Part = 'owner') =>
  (await home.as(as).reviews.items({ ...acme, review, pageSize: 100 })).items
const itemOf = async (review: Awaited<ReturnType<typeof start>>, part: Part) => {
  const item = (await itemsOf(review)).find((one) => one.person?.user === home.people[part].id)
  if (!item) throw new Error(`${part} is not under review`)
  return item
}
/** Whose it is to decide. */
const deciderOf = (item: { reviewer: { user: string } | null }): Part =>
  item.reviewer?.user === home.people.owner.id ? 'owner' : 'admin'
const decide = async (
  review: Awaited<ReturnType<typeof start>>,
  part: Part,
  said: { decision: 'keep' | 'change' | 'revoke'; role?: string },
) => {
  const item = await itemOf(review, part)
  const [outcome] = await home
    .as(deciderOf(item))
    .reviews.decide({ ...acme, review, items: [item.id], ...said })
  return outcome?.ok ? outcome.result.outcome : outcome?.refusal.code
}

test('D41 the scope is frozen at the start, with last use, and shared out so that nobody decides about themself', async () => {
  const review = await start()
  await home.as('owner').invitations.send({ ...acme, recipients: [home.people.outsider.email] })
  const [mine] = (await home.as('outsider').invitations.mine({})).open
  await home.as('outsider').invitations.accept({ invitation: mine?.id ?? '' })
  const items = await itemsOf(review)
  expect(items.map((item) => item.person?.name).sort()).toEqual([
    'The admin',
    'The auditor',
    'The member',
    'The owner',
    'The viewer',
  ])
  for (const item of items) expect(item.reviewer?.user).not.toBe(item.person?.user)
  expect(await home.as('owner').reviews.get({ ...acme, review })).toMatchObject({ items: 5, decided: 0 })
  await expect(start({ reviewers: [memberOf(home, 'owner')] })).rejects.toThrow('Nobody reviews their own')
})

test('D41 keep, change and revoke take effect at once, and the report equals the trail', async () => {
  const review = await start()
  expect(await decide(review, 'auditor', { decision: 'keep' })).toBe('kept')
  expect(await decide(review, 'viewer', { decision: 'change', role: home.roles.member })).toBe('changed')
  expect(await decide(review, 'member', { decision: 'revoke' })).toBe('revoked')
  const roles = new Map(
    (await home.as('owner').members.list(acme)).items.map((one) => [one.user, one.role.key]),
  )
  expect(roles.get(home.people.viewer.id)).toBe('member')
  expect(roles.has(home.people.member.id)).toBe(false)

  const { items: entries } = await home.as('owner').audit.list({ ...acme, action: 'review.decided' })
  const report = (await itemsOf(review)).filter((item) => item.decision !== null)
  const told = entries.map(({ facts, actor }) => [facts.item, facts.decision, facts.outcome, actor?.user])
  expect(told.toReversed()).toEqual(
    report
      .toSorted((a, b) => (entryOf(a.id) < entryOf(b.id) ? -1 : 1))
      .map((item) => [item.id, item.decision, item.outcome, item.decidedBy?.user]),
  )
  function entryOf(id: ReviewItemId): number {
    return entries.find(({ facts }) => facts.item === id)?.sequence ?? 0
  }
})

test('D41 an item is decided once, by its reviewer, while the review is open, and nothing else changes', async () => {
  const review = await start()
  const item = await itemOf(review, 'viewer')
  const other = deciderOf(item) === 'owner' ? 'admin' : 'owner'
  const before = await digestOf(home)
  const refused = async (as: Part) => {
    const [outcome] = await home
      .as(as)
      .reviews.decide({ ...acme, review, items: [item.id], decision: 'revoke' })
    return outcome?.ok ? 'done' : outcome?.refusal.code
  }
  expect(await refused(other)).toBe('not-your-item')
  expect(await refused('member')).toBe('not-your-item')
  expect(await digestOf(home)).toEqual(before)
  expect(await decide(review, 'viewer', { decision: 'keep' })).toBe('kept')
  expect(await refused(deciderOf(item))).toBe('changed-meanwhile')
  await home.as('owner').reviews.cancel({ ...acme, review })
  expect(await decide(review, 'auditor', { decision: 'keep' })).toBe('review-closed')
})

test('D41 D29 a reviewer decides by their own rights: an admin takes nothing from an owner', async () => {
  const review = await start()
  expect(await decide(review, 'owner', { decision: 'revoke' })).toBe('transfer-first')
  expect(await decide(review, 'owner', { decision: 'change', role: home.roles.viewer })).toBe(
    'beyond-your-own',
  )
})

test('D41 at the deadline what nobody decided about goes as the review said, and the report is sealed', async () => {
  const review = await start({ fallback: 'revoke' })
  await decide(review, 'viewer', { decision: 'keep' })
  home.advance(14 * DAY - 1)
  expect(await runJob(closeDueReviews, home.deps)).toBe(0)
  home.advance(1)
  expect(await runJob(closeDueReviews, home.deps)).toBe(1)
  expect(await runJob(closeDueReviews, home.deps)).toBe(0)
  const outcomes = new Map((await itemsOf(review)).map((item) => [item.person?.user, item.outcome]))
  expect(outcomes.get(home.people.viewer.id)).toBe('kept')
  expect(outcomes.get(home.people.auditor.id)).toBe('revoked')
  // Owners stay, and so does whoever started it: the report says that it was refused.
  expect(outcomes.get(home.people.owner.id)).toBe('refused')
  expect(await home.as('owner').members.list(acme)).toMatchObject({ total: 2 })

  const { intact, seal, recorded } = await home.as('owner').reviews.verify({ ...acme, review })
  expect([intact, recorded]).toEqual([true, seal])
  await home.deps.writer.run((tx) =>
    sql`drop trigger review_item_is_decided_once`
      .execute(tx)
      .then(() =>
        sql`update review_item set decided_by = ${home.people.viewer.id} where review_id = ${review}`.execute(
          tx,
        ),
      ),
  )
  expect((await home.as('owner').reviews.verify({ ...acme, review })).intact).toBe(false)
})

test('D41 access that ended or changed meanwhile is moot, and is not taken a second time', async () => {
  const review = await start()
  await home.as('owner').members.changeRoles({
    ...acme,
    members: [memberOf(home, 'viewer')],
    role: home.roles.auditor,
  })
  expect(await decide(review, 'viewer', { decision: 'revoke' })).toBe('moot')
  expect((await home.as('owner').members.list(acme)).total).toBe(5)
})

test('D41 a project is reviewed with its groups; who is inactive can be looked at alone', async () => {
  const apollo = await addProject(home, 'Apollo')
  const group = await addGroup(home, 'Engineering')
  await giveInProject(home, apollo, { group }, 'editor')
  await giveInProject(home, apollo, 'viewer', 'editor')
  const review = await start({ scope: 'project', project: apollo })
  const items = await itemsOf(review)
  expect(items.map((item) => item.group?.name ?? item.person?.name)).toEqual(['The viewer', 'Engineering'])
  const ofGroup = items.find((item) => item.group)
  if (!ofGroup) throw new Error('the group is in the project')
  const [outcome] = await home.as(deciderOf(ofGroup)).reviews.decide({
    ...acme,
    review,
    items: [ofGroup.id],
    decision: 'change',
    role: await projectRole(home, home.acme, 'viewer'),
  })
  expect(outcome).toMatchObject({ ok: true, result: { outcome: 'changed' } })
  const preview = await home.as('owner').reviews.preview({
    ...acme,
    scope: 'organization',
    inactiveDays: 1,
    reviewers: [memberOf(home, 'owner')],
  })
  expect(preview.refusal?.code ?? preview.items).toBeDefined()
})

test('D41 reviewers see what they decide about and no more; others see nothing', async () => {
  const review = await start({ reviewers: [memberOf(home, 'viewer'), memberOf(home, 'owner')] })
  const seen = await itemsOf(review, 'viewer')
  expect(seen.length).toBeGreaterThan(0)
  expect(seen.every((item) => item.yours)).toBe(true)
  expect((await home.as('viewer').reviews.list(acme)).map((one) => one.yours)).toEqual([seen.length])
  expect(await home.as('member').reviews.list(acme)).toEqual([])
  await expect(home.as('member').reviews.get({ ...acme, review })).rejects.toThrow('There is nothing here')
})

test('D41 a deadline that finds hundreds undecided takes them in small transactions, and the report counts them all', async () => {
  await crowd(
    home,
    Array.from({ length: 220 }, (_, at) => `Zoe ${at}`),
  )
  const review = await start({ fallback: 'revoke' })
  await decide(review, 'viewer', { decision: 'keep' })
  home.advance(15 * DAY)
  const entries = async () => (await home.as('owner').audit.list({ ...acme, action: 'review.decided' })).total
  const before = await entries()
  expect(await runJob(closeDueReviews, home.deps)).toBe(1)
  expect(await entries()).toBe(before + 224)
  const [closed] = (await home.as('owner').audit.list({ ...acme, action: 'review.closed' })).items
  expect(closed?.facts).toMatchObject({ items: 225, by_fallback: 224 })
  const { rows } = await sql<{ calls: number }>`
    select count(distinct change_id) as calls from audit_entry where action = 'review.decided'
  `.execute(home.deps.reader)
  expect(rows[0]?.calls).toBeGreaterThanOrEqual(4)
  expect(await home.as('owner').reviews.verify({ ...acme, review })).toMatchObject({ intact: true })
})

test('A33 a review looks at nothing that whoever starts it may not see', async () => {
  const { role } = await home.as('owner').roles.create({
    ...{ ...acme, level: 'organization', name: 'Reviewer' },
    permissions: ['organization.read', 'members.read', 'projects.read', 'reviews.read', 'reviews.manage'],
  })
  await home.as('owner').members.changeRoles({ ...acme, members: [memberOf(home, 'viewer')], role })
  const [secret, own] = [await addProject(home, 'Secret'), await addProject(home, 'Own')]
  await giveInProject(home, secret, 'member', 'editor')
  await giveInProject(home, own, 'member', 'editor')
  await giveInProject(home, own, 'viewer', 'viewer')
  const review = await start({ scope: 'projects' }, 'viewer')
  expect((await itemsOf(review)).map(({ project }) => project?.name)).toEqual(['Own', 'Own'])
  const open = await addProject(home, 'Open', { visibility: 'organization' })
  await giveInProject(home, open, 'member', 'editor')
  await expect(start({ scope: 'project', project: open }, 'viewer')).rejects.toThrow('nobody has access')
})

test('A33 nor at the people of the organization without the right to see them', async () => {
  await home.as('owner').organizations.update({ ...acme, policies: { managedBy: 'owners' } })
  await expect(start({}, 'admin')).rejects.toThrow('does not allow')
})

test('D41 who may not decide about a project they are asked to review is told so, and nothing changes', async () => {
  const apollo = await addProject(home, 'Apollo')
  await giveInProject(home, apollo, 'viewer', 'editor')
  const review = await start({ scope: 'project', project: apollo, reviewers: [memberOf(home, 'member')] })
  const [item] = await itemsOf(review, 'member')
  if (!item) throw new Error('the member reviews the project')
  const say = (decision: 'keep' | 'revoke') =>
    home.as('member').reviews.decide({ ...acme, review, items: [item.id], decision })
  expect(await say('revoke')).toMatchObject([{ ok: false, refusal: { code: 'not-permitted' } }])
  expect(await say('keep')).toMatchObject([{ ok: true, result: { outcome: 'kept' } }])
})

test('D41 T23 the navigation counts what waits for somebody, and says nothing to whoever has none', async () => {
  const waiting = async (part: Part) => (await home.as(part).identity.me({}))?.organizations[0]?.reviews
  expect([await waiting('owner'), await waiting('viewer'), await waiting('member')]).toEqual([0, null, null])
  const review = await start({ reviewers: [memberOf(home, 'viewer'), memberOf(home, 'owner')] })
  const own = (await itemsOf(review, 'viewer')).length
  expect([await waiting('viewer'), await waiting('member')]).toEqual([own, null])
  const left = () => home.as('viewer').reviews.items({ ...acme, review, show: 'left' })
  const [first] = (await left()).items
  await home.as('viewer').reviews.decide({ ...acme, review, items: [first?.id ?? ''], decision: 'keep' })
  expect((await left()).total).toBe(own - 1)
  expect(await waiting('viewer')).toBe(own - 1)
  await home.as('owner').reviews.cancel({ ...acme, review })
  expect(await waiting('viewer')).toBe(0)
})

test('D41 the note of a change is the reason of the new role, and a preview tells everybody’s share', async () => {
  const reviewers = [memberOf(home, 'owner'), memberOf(home, 'admin')]
  const preview = await home.as('owner').reviews.preview({ ...acme, scope: 'organization', reviewers })
  expect(preview.shares.map(({ items }) => items).sort()).toEqual([2, 3])
  const review = await start()
  const item = await itemOf(review, 'viewer')
  await home.as(deciderOf(item)).reviews.decide({
    ...{ ...acme, review, items: [item.id], decision: 'change', role: home.roles.member },
    note: 'Works with us now',
  })
  const given = await home.deps.reader
    .selectFrom('assignment')
    .select('reason')
    .where('member_id', '=', memberOf(home, 'viewer'))
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  expect(given.reason).toBe('Works with us now')
  expect((await home.as('owner').reviews.get({ ...acme, review })).outcomes).toEqual([
    { outcome: 'changed', items: 1 },
  ])
})

test('A13 A18 a reviewer who may remove nobody removes nobody, and neither does the deadline of such a starter', async () => {
  const review = await start({ reviewers: [memberOf(home, 'member'), memberOf(home, 'owner')] }, 'admin')
  const items = await itemsOf(review)
  const ofViewer = items.find(({ member }) => member === memberOf(home, 'viewer'))
  await home.deps.writer.run((tx) =>
    tx
      .updateTable('review_item')
      .set({ reviewer_id: home.people.member.id })
      .where('id', '=', ofViewer?.id ?? 'rvi_0')
      .execute(),
  )
  const [outcome] = await home
    .as('member')
    .reviews.decide({ ...acme, review, items: [ofViewer?.id ?? 'rvi_0'], decision: 'revoke' })
  expect(outcome).toMatchObject({ ok: false, refusal: { code: 'not-permitted' } })

  const later = await start({ fallback: 'revoke' }, 'admin')
  await home
    .as('owner')
    .members.changeRoles({ ...acme, members: [memberOf(home, 'admin')], role: home.roles.member })
  home.advance(15 * DAY)
  await runJob(closeDueReviews, home.deps)
  const outcomes = (await itemsOf(later)).map(({ outcome }) => outcome).sort()
  // The starter's own role has changed meanwhile.
  expect(outcomes).toEqual(['moot', 'refused', 'refused', 'refused', 'refused'])
})
