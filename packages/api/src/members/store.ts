import type { AssignmentId, Instant, MemberId, NewId, OrganizationId, RoleId, UserId } from '@roster/domain'
import { sql } from 'kysely'
import { noEarlier } from '../platform/no-earlier.ts'
import type { MemberSource } from '../platform/schema.ts'
import type { Transaction } from '../platform/writer.ts'
import { memberChanged } from './listing.ts'

export interface NewMembership {
  readonly organization: OrganizationId
  readonly user: UserId
  readonly role: RoleId
  readonly source: MemberSource
  readonly by: UserId | null
  readonly now: Instant
  /** Why they have the role, in the words of whoever gave it. */
  readonly reason?: string | null
}

/**
 * Begins a membership with its role at the organization. Whether the person may have it is the caller's rule to
 * ask; that there is only one live membership per person is the database's to guarantee.
 */
export async function beginMembership(
  tx: Transaction,
  newId: NewId,
  { organization, user, role, source, by, now, reason = null }: NewMembership,
): Promise<MemberId> {
  const id = newId('mem')
  await tx
    .insertInto('member')
    .values({
      id,
      organization_id: organization,
      user_id: user,
      display_name: null,
      title: null,
      source,
      last_active_at: null,
      since: now,
      until: null,
      ended_by: null,
    })
    .execute()
  await giveRole(tx, newId, { organization, member: id, role, by, now, reason })
  await memberChanged(tx, id)
  return id
}

interface Ending {
  readonly organization: OrganizationId
  readonly by: UserId
  readonly now: Instant
}

/**
 * Ends a membership and, by trigger, every assignment and group membership that came with it, and its row in the
 * list.
 */
export async function endMembership(
  tx: Transaction,
  { member, ...ending }: Ending & { readonly member: MemberId },
): Promise<void> {
  await endMemberships(tx, { ...ending, members: [member] })
}

/** The same for many at once: the search index is written once, and not again for each of them. */
export async function endMemberships(
  tx: Transaction,
  { organization, members, by, now }: Ending & { readonly members: readonly MemberId[] },
): Promise<void> {
  if (members.length === 0) return
  await tx
    .updateTable('member')
    .set({ until: noEarlier(now), ended_by: by })
    .where('organization_id', '=', organization)
    .where('id', 'in', sql<MemberId>`(select value from json_each(${JSON.stringify(members)}))`)
    .where('until', 'is', null)
    .execute()
}

export interface NewRole {
  readonly organization: OrganizationId
  readonly member: MemberId
  readonly role: RoleId
  readonly by: UserId | null
  readonly now: Instant
  readonly reason?: string | null
}

async function giveRole(
  tx: Transaction,
  newId: NewId,
  { organization, member, role, by, now, reason }: NewRole,
): Promise<AssignmentId> {
  const id = newId('asg')
  await tx
    .insertInto('assignment')
    .values({
      id,
      organization_id: organization,
      member_id: member,
      group_id: null,
      invitation_id: null,
      role_id: role,
      project_id: null,
      since: now,
      until: null,
      expires_at: null,
      given_by: by,
      ended_by: null,
      reason: reason ?? null,
    })
    .execute()
  return id
}

/** Replaces a member's role at the organization: the old assignment ends, a new one begins. The list follows. */
export async function replaceRole(tx: Transaction, newId: NewId, change: NewRole): Promise<AssignmentId> {
  const id = await replaceRoleUnlisted(tx, newId, change)
  await memberChanged(tx, change.member)
  return id
}

/** The same without the list: whoever changes many calls `membersChanged` for all of them at the end. */
export async function replaceRoleUnlisted(
  tx: Transaction,
  newId: NewId,
  change: NewRole,
): Promise<AssignmentId> {
  await tx
    .updateTable('assignment')
    .set({ until: noEarlier(change.now), ended_by: change.by })
    .where('organization_id', '=', change.organization)
    .where('member_id', '=', change.member)
    .where('project_id', 'is', null)
    .where('until', 'is', null)
    .execute()
  return giveRole(tx, newId, change)
}
