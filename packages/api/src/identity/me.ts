import { effectivePermissions, type Instant, type UserId } from '@roster/domain'
import { z } from 'zod'
import { assignmentsOf, organizationOf } from '../platform/access.ts'
import { pictureAt } from '../platform/people.ts'
import { openQuery } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { answerableBy, countWaiting } from '../requests/answerable.ts'
import { waitingReviews } from '../reviews/waiting.ts'
import { roleRef } from '../roles/store.ts'
import { type Account, accountById } from './store.ts'

/** Who is calling and where they belong, with what they may do there; null for nobody. */
export const me = openQuery({
  opensTo: 'anyone',
  input: z.strictObject({}),
  async run({ db, actor, now, session }) {
    const account = actor && (await accountById(db, actor.id))
    if (!account) return null
    return {
      id: account.id,
      name: account.name,
      username: account.username,
      email: account.email,
      verified: account.verifiedAt !== null,
      discoverable: account.discoverable,
      avatar: pictureAt(account.avatar),
      session,
      organizations: await organizationsOf(db, account.id, now),
      openInvitations: await openInvitations(db, account, now),
    }
  },
})

async function organizationsOf(db: Reads, user: UserId, now: Instant) {
  const rows = await db
    .selectFrom('member as m')
    .innerJoin('organization as o', 'o.id', 'm.organization_id')
    .innerJoin('organization_total as t', 't.organization_id', 'o.id')
    .innerJoin('assignment as a', (join) =>
      join
        .onRef('a.organization_id', '=', 'o.id')
        .onRef('a.member_id', '=', 'm.id')
        .on('a.project_id', 'is', null)
        .on('a.until', 'is', null),
    )
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .select([
      'o.id',
      'o.number',
      'o.slug',
      'o.name',
      'o.policies',
      'm.id as member',
      't.members',
      't.invitations',
    ])
    .select(['r.id as roleId', 'r.key as roleKey', 'r.name as roleName'])
    .where('m.user_id', '=', user)
    .where('m.until', 'is', null)
    .where('o.until', 'is', null)
    .orderBy('m.since')
    .orderBy('m.id')
    .execute()
  return Promise.all(
    rows.map(async (row) => {
      const organization = organizationOf(row)
      const held = await assignmentsOf(db, organization, row.member, now)
      const answerable = answerableBy(held)
      const permissions = [...effectivePermissions(held).keys()]
      return {
        id: row.id,
        slug: row.slug,
        name: row.name,
        role: roleRef({ id: row.roleId, key: row.roleKey, name: row.roleName }),
        permissions,
        projectLabel: organization.policies.projectLabel,
        members: row.members,
        invitations: permissions.includes('invitations.read') ? row.invitations : null,
        /** Those that wait for an answer of the caller; null for whoever answers none. */
        requests: answerable && (await countWaiting(db, row.id, answerable)),
        /** How much the caller is to decide about in reviews; null for whoever has none to look at. */
        reviews: await waitingReviews(db, row.id, user, permissions.includes('reviews.read')),
      }
    }),
  )
}

/** Invitations that wait for an answer. An address that nobody has proved to be theirs tells of none. */
async function openInvitations(db: Reads, account: Account, now: Instant): Promise<number> {
  const { waiting } = await db
    .selectFrom('invitation as i')
    .innerJoin('organization as o', 'o.id', 'i.organization_id')
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('i.state', '=', 'pending')
    .where('o.until', 'is', null)
    .where((eb) => eb.or([eb('i.expires_at', 'is', null), eb('i.expires_at', '>', now)]))
    .where((eb) => {
      const byUsername = eb('i.user_id', '=', account.id)
      if (account.verifiedAt === null) return byUsername
      return eb.or([byUsername, eb.and([eb('i.email', '=', account.email), eb('i.user_id', 'is', null)])])
    })
    .executeTakeFirstOrThrow()
  return waiting
}
