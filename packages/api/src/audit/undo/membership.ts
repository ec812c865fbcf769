import { isEmail, isId, type MemberId, mayInvite, orThrow, Refusal, type UserId } from '@roster/domain'
import { sql } from 'kysely'
import { membershipsOf } from '../../invitations/behind.ts'
import { memberChanged } from '../../members/listing.ts'
import { beginMembership } from '../../members/store.ts'
import { assignmentsEndedIn, giveAgain, mayGiveAgain } from './assignments.ts'
import { giveAgainPlaces, placesEndedIn } from './places.ts'
import type { Restored, UndoableEntry, UndoContext } from './scope.ts'

/**
 * Begins the membership again with everything that ended with it: role, projects, groups, title, display name.
 * Sessions stay ended, and projects that were archived since as they are. Refuses as assigning does, with `already-member`, `other-organization`, `seat-limit`, `domain-blocked`,
 * `beyond-your-own`, and `undo-not-possible` when the account or the role at the organization is gone.
 */
export async function restoreMembership(context: UndoContext, entry: UndoableEntry): Promise<Restored> {
  const { tx, newId, organization, actor, now } = context
  const former = await formerMember(context, entry)
  await refuseUnwelcome(context, former.user)
  const ended = await assignmentsEndedIn(tx, organization, entry.change, sql`a.member_id = ${former.member}`)
  const own = ended.find(({ project }) => project === null)
  if (!own || own.gone) throw new Refusal('undo-not-possible', { reason: 'the role they had is gone' })
  orThrow(await mayGiveAgain(context, own, own.subject))
  const member = await beginMembership(tx, newId, {
    organization: organization.id,
    user: former.user,
    role: own.role.id,
    reason: own.reason,
    source: former.source,
    by: actor.id,
    now,
  })
  await tx
    .updateTable('member')
    .set({ title: former.title, display_name: former.displayName })
    .where('organization_id', '=', organization.id)
    .where('id', '=', member)
    .execute()
  await memberChanged(tx, member)
  const given: string[] = []
  for (const assignment of ended) {
    if (assignment.project === null || assignment.archivedSince) continue
    const id = await giveAgain(context, assignment, { member })
    if (id) given.push(id)
  }
  const places = await giveAgainPlaces(
    context,
    await placesEndedIn(tx, organization, entry.change, sql`p.member_id = ${former.member}`),
    { member },
  )
  return {
    people: [former.user],
    shownBy: ['members', 'projects', 'groups'],
    facts: { member, former: former.member, assignments: given, places },
  }
}

interface FormerMember {
  readonly member: MemberId
  readonly user: UserId
  readonly title: string | null
  readonly displayName: string | null
  readonly source: 'setup' | 'creation' | 'invitation' | 'request' | 'directory' | 'import'
}

async function formerMember({ tx, organization }: UndoContext, entry: UndoableEntry): Promise<FormerMember> {
  const { member } = entry.facts
  if (typeof member !== 'string' || !isId('mem', member)) throw new Refusal('not-found')
  const row = await tx
    .selectFrom('member as m')
    .innerJoin('user as u', 'u.id', 'm.user_id')
    .select(['m.id', 'm.user_id', 'm.title', 'm.display_name', 'm.source', 'u.deleted_at', 'u.disabled_at'])
    .where('m.organization_id', '=', organization.id)
    .where('m.id', '=', member)
    .where('m.ended_in', '=', entry.change)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  if (row.deleted_at !== null) {
    throw new Refusal('undo-not-possible', { reason: 'the account has been deleted since' })
  }
  // They came back by another way and went again: that is how they want it, or somebody else does.
  const later = await tx
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', organization.id)
    .where('user_id', '=', row.user_id)
    .where('id', '>', row.id)
    .where('until', 'is not', null)
    .executeTakeFirst()
  if (later) throw new Refusal('changed-meanwhile')
  return {
    member: row.id,
    user: row.user_id,
    title: row.title,
    displayName: row.display_name,
    source: row.source,
  }
}

/** Whoever comes back must be as welcome as somebody who is invited today. */
async function refuseUnwelcome({ tx, organization }: UndoContext, user: UserId): Promise<void> {
  const { here, elsewhere } = await membershipsOf(tx, organization.id, [user])
  if (here.size > 0) throw new Refusal('already-member')
  if (elsewhere.size > 0 && organization.policies.oneOrganizationPerAccount) {
    throw new Refusal('other-organization')
  }
  const { email } = await tx
    .selectFrom('user')
    .select('email')
    .where('id', '=', user)
    .executeTakeFirstOrThrow()
  const { members, invitations } = await tx
    .selectFrom('organization_total')
    .select(['members', 'invitations'])
    .where('organization_id', '=', organization.id)
    .executeTakeFirstOrThrow()
  if (email === null || !isEmail(email)) throw new Refusal('not-found')
  orThrow(mayInvite({ email, policies: organization.policies, seatsTaken: members + invitations }))
}
