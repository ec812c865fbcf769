import { DEFAULT_POLICIES, recipientOf } from '@roster/domain'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { plansOf, wholeWalks } from '../testing/plans.ts'
import { assess, nothingSoFar } from './assess.ts'
import { LISTED_STATUSES } from './filter.ts'
import { listedInvitations } from './listed.ts'
import { myInvitations } from './mine.ts'
import { stretches } from './order.ts'
import { account, delivered, invite } from './testing.ts'
import { viewInvitation } from './view.ts'
import { type List, page, totalOf } from './walk.ts'

const INVITATIONS = 600
const STATES = ['accepted', 'declined', 'revoked', 'superseded', 'deleted'] as const

let home: House
beforeAll(async () => {
  home = await house()
  const recipients = Array.from({ length: INVITATIONS }, (_, index) => `p${index}@x.test`)
  await home.as('owner').invitations.send({ organization: 'acme', recipients })
  await invite(home, (await account(home, 'eve')).username)
  await delivered(home, await invite(home, 'failed@x.test'), 'failed')
  // Two thirds are history, in every state there is.
  await home.deps.writer.run(async (tx) => {
    for (const [index, state] of STATES.entries()) {
      await tx
        .updateTable('invitation')
        .set({ state, closed_at: home.now() })
        .where(
          'email',
          'in',
          recipients.filter((_, nth) => nth % 8 === index),
        )
        .execute()
    }
  })
})
afterAll(() => home.close())

const listOf = (filter: Partial<List['filter']>, more: Partial<List> = {}): List => ({
  organization: home.acme,
  filter: { status: 'open', ...filter },
  sort: 'sent',
  direction: 'desc',
  now: home.now(),
  ...more,
})

/** Every walk that a list can be made of, the first page and a later one. */
async function walks(list: List): Promise<readonly string[]> {
  const plans = await plansOf(home.database.reader, async (db) => {
    for (const stretch of stretches(list.sort, list.direction)) {
      await page(list, stretch, null, 26, 0).execute(db)
      const key = stretch.key === 'email' ? 'p3@x.test' : stretch.key ? home.now() : null
      await page(list, stretch, { id: 'inv_00000000000000000000000000', key }, 26, 0).execute(db)
    }
    await totalOf(db, list)
  })
  return wholeWalks(plans)
}

const states = ['before SQLite knows the data', 'after it has looked'] as const
describe.each(states)('%s', (when) => {
  beforeAll(async () => {
    if (when === 'after it has looked') {
      await home.deps.writer.run(async (tx) => {
        await sql`analyze`.execute(tx)
      })
    }
  })

  test.each(LISTED_STATUSES)('T22 the list of %s walks an index in every sort', async (status) => {
    for (const sort of ['sent', 'expires', 'email'] as const) {
      for (const direction of ['asc', 'desc'] as const) {
        const found = await walks(listOf({ status }, { sort, direction }))
        // These start from what is rare, failed mail or a stretch of time, and sort what is found there.
        const rare = status === 'undeliverable' || (/^expir/.test(status) && sort !== 'expires')
        const sorted = rare ? found.filter((step) => !step.includes('ORDER BY')) : found
        expect(sorted, `${status} by ${sort} ${direction}`).toEqual([])
      }
    }
  })

  test('T22 other filters walk an index as well', async () => {
    const filters: Partial<List['filter']>[] = [
      { sender: home.people.owner.id },
      { role: home.roles.viewer },
      { search: 'p1' },
      { sentAfter: home.now() },
      { status: 'all', sender: home.people.owner.id },
      { status: 'accepted', sentAfter: 0, sentBefore: home.now() },
      { status: 'active', sender: home.people.owner.id, role: home.roles.member, search: 'x' },
    ]
    for (const filter of filters) expect(await walks(listOf(filter)), JSON.stringify(filter)).toEqual([])
  })

  test.each(LISTED_STATUSES)(
    'C12 the list of %s at one project starts from what is offered there',
    async (status) => {
      const project = 'prj_00000000000000000000000000'
      for (const sort of ['sent', 'expires', 'email'] as const) {
        const found = await walks(listOf({ status, project }, { sort }))
        // What is offered at one project is read and sorted; nothing else is walked.
        expect(found.filter((step) => !/ORDER BY|^SCAN offered$/.test(step))).toEqual([])
      }
    },
  )

  test('the rows of a page, and everything asked before sending, are looked up', async () => {
    const { reader } = home.database
    const organization = {
      id: home.acme,
      number: 1,
      slug: 'acme',
      name: 'Acme',
      policies: DEFAULT_POLICIES,
    }
    const recipients = ['p1@x.test', 'the-eve', 'owner@acme.test', 'new@x.test'].map(recipientOf)
    const ids = await reader.selectFrom('invitation').select('id').limit(5).execute()
    const plans = await plansOf(reader, async (db) => {
      await assess(db, { organization, held: [], now: home.now() }, recipients, nothingSoFar())
      await listedInvitations(
        db,
        { organization, held: [] },
        ids.map((row) => row.id),
        home.now(),
      )
    })
    const walked = wholeWalks(plans).filter(
      (step) => !/^SCAN (j|json_each)\b|ORDER BY|GROUP BY|UNION/.test(step),
    )
    expect(walked).toEqual([])
    expect(plans.length).toBeGreaterThan(6)
  })

  test('what an invitee sees is looked up', async () => {
    const { deps, database, people } = home
    const { id } = await database.reader
      .selectFrom('invitation')
      .select('id')
      .where('email', '=', 'failed@x.test')
      .executeTakeFirstOrThrow()
    const secret = `c.${deps.links.secret('invitation-copied', id, 1)}`
    const plans = await plansOf(database.reader, async (db) => {
      const actor = { kind: 'user', id: people.outsider.id } as const
      const context = { ...deps, db, actor, now: home.now(), session: null }
      await myInvitations.run(context, {})
      await viewInvitation.run(context, { invitation: id, secret })
    })
    // Somebody's own invitations are few, and sorted once found.
    const walked = wholeWalks(plans).filter((step) => !/^SCAN (j|json_each)\b|ORDER BY/.test(step))
    expect(walked).toEqual([])
    expect(plans.length).toBeGreaterThan(8)
  })
})
