import { DAY } from '@roster/domain'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { type House, house } from '../testing/house.ts'
import { account, delivered } from './testing.ts'

const PEOPLE = ['ada', 'ben'] as const
const WAYS = ['ada@acme.test', 'the-ada', 'ben@acme.test', 'the-ben', 'cyd@x.test'] as const

type Act =
  | { readonly act: 'send'; readonly recipients: readonly string[]; readonly by: 'owner' | 'admin' }
  | { readonly act: 'resend' | 'revoke' | 'remove' | 'extend' | 'edit' | 'deliver'; readonly nth: number }
  | { readonly act: 'accept' | 'decline'; readonly nth: number; readonly who: (typeof PEOPLE)[number] }
  | { readonly act: 'leave'; readonly who: (typeof PEOPLE)[number] }
  | { readonly act: 'wait'; readonly days: number }

const nth = fc.nat({ max: 30 })
const who = fc.constantFrom(...PEOPLE)
const acts: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    act: fc.constant('send' as const),
    recipients: fc.array(fc.constantFrom(...WAYS), { minLength: 1, maxLength: 4 }),
    by: fc.constantFrom('owner' as const, 'admin' as const),
  }),
  fc.record({
    act: fc.constantFrom('resend', 'revoke', 'remove', 'extend', 'edit', 'deliver'),
    nth,
  }),
  fc.record({ act: fc.constantFrom('accept', 'decline'), nth, who }),
  fc.record({ act: fc.constant('leave' as const), who }),
  fc.record({ act: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 9 }) }),
)

test('T5 D20 whatever happens in whatever order: one open invitation a person, and access only by an accepted one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(acts, { minLength: 5, maxLength: 40 }), async (sequence) => {
      const home = await house()
      try {
        const ids = { ada: (await account(home, 'ada')).id, ben: (await account(home, 'ben')).id }
        for (const act of sequence) {
          await perform(home, ids, act)
          await holds(home)
        }
        expect(home.reported).toEqual([])
      } finally {
        await home.close()
      }
    }),
    { numRuns: 40 },
  )
}, 60_000)

/** Does it as far as it is allowed; only a refusal may come in between. */
async function perform(home: House, ids: Record<(typeof PEOPLE)[number], `usr_${string}`>, act: Act) {
  const acme = { organization: 'acme' }
  const calls = home.as('owner').invitations
  const all = await home.database.reader.selectFrom('invitation').select('id').orderBy('id').execute()
  const chosen = 'nth' in act ? all[act.nth % Math.max(1, all.length)]?.id : undefined
  const invitation = chosen ?? 'inv_00000000000000000000000000'
  const invitations = [invitation]
  const attempt = async (call: Promise<unknown>) => {
    const reason = await call.then(
      () => null,
      (error: unknown) => error,
    )
    const cause = reason instanceof Error ? reason.cause : null
    if (reason && !(cause instanceof Error && 'kind' in cause)) throw reason
  }
  switch (act.act) {
    case 'send':
      return attempt(home.as(act.by).invitations.send({ ...acme, recipients: [...act.recipients] }))
    case 'resend':
      return attempt(calls.resend({ ...acme, invitations }))
    case 'revoke':
      return attempt(calls.revoke({ ...acme, invitations }))
    case 'remove':
      return attempt(calls.remove({ ...acme, invitations }))
    case 'extend':
      return attempt(calls.extend({ ...acme, invitation, days: 3 }))
    case 'edit':
      return attempt(calls.edit({ ...acme, invitation, role: home.roles.viewer }))
    case 'deliver':
      return delivered(home, invitation, act.nth % 3 === 0 ? 'failed' : 'handed-over')
    case 'accept':
      return attempt(home.asUser(ids[act.who]).invitations.accept({ invitation }))
    case 'decline':
      return attempt(home.asUser(ids[act.who]).invitations.decline({ invitation }))
    case 'leave':
      return attempt(home.asUser(ids[act.who]).members.leave(acme))
    case 'wait':
      return home.advance(act.days * DAY)
  }
}

async function holds(home: House) {
  const { reader } = home.database
  const count = async (statement: ReturnType<typeof sql<{ n: number }>>) =>
    (await statement.execute(reader)).rows.map((row) => row.n)
  // One open invitation a person, whether by address or by username.
  const perPerson = await count(sql<{ n: number }>`
    select count(*) as n from invitation i left join user u on u.email = i.email
      where i.state = 'pending' group by i.organization_id, coalesce(i.user_id, u.id, i.email)`)
  expect(perPerson.every((n) => n === 1)).toBe(true)
  // An open one gives exactly one role, a closed one nothing any more.
  const terms = await count(sql<{ n: number }>`
    select count(*) as n from invitation i
      where (i.state = 'pending') <> ((select count(*) from assignment a
        where a.organization_id = i.organization_id and a.invitation_id = i.id and a.until is null) = 1)`)
  expect(terms).toEqual([0])
  // Whoever is in by invitation is in by one that was accepted, and by one only.
  const joined = await count(sql<{ n: number }>`
    select count(*) as n from member m where m.source = 'invitation'
      and 1 <> (select count(*) from invitation i where i.member_id = m.id and i.state = 'accepted' and i.closed_by = m.user_id)`)
  expect(joined).toEqual([0])
  // The kept total is the count, and every mail is one a generation.
  const total = await count(sql<{ n: number }>`
    select t.invitations - (select count(*) from invitation i
      where i.organization_id = t.organization_id and i.state = 'pending') as n from organization_total t`)
  expect(total.every((n) => n === 0)).toBe(true)
}
