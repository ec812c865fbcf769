import {
  decide,
  type Instant,
  type InvitationId,
  type MemberId,
  type OrganizationId,
  orThrow,
  Refusal,
  type UserId,
} from '@roster/domain'
import { isOneself } from '../platform/access.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { type Member, memberOf, rowOf } from './rows.ts'

/** The invitation somebody came by; that its link was opened is another thing than that it was accepted (D45). */
export interface Arrival {
  readonly invitation: InvitationId
  readonly sentAt: Instant
  /** Null when nobody noted it, as for somebody who was signed in already. */
  readonly openedAt: Instant | null
  readonly acceptedAt: Instant | null
}

export interface MemberDetails extends Member {
  /** Null for those who did not come by invitation. */
  readonly invitedBy: Person | null
  /** Told to themselves and to those who may see invitations; null for those who did not come by one. */
  readonly arrival: Arrival | null
  /** Since when they hold their present role, and from whom they have it. */
  readonly roleSince: Instant
  readonly roleBy: Person | null
  /** In the words of whoever gave it. */
  readonly roleReason: string | null
}

/**
 * One member. Oneself is everybody's to see, others take `members.read`. Refuses with `not-found`, also for somebody
 * who has left.
 */
export const getMember = query({
  permission: 'organization.read',
  input: inOrganization({ member: IdOf('mem') }),
  async run(context, { member }): Promise<MemberDetails> {
    const { db, actor, organization, held } = context
    const own = isOneself(context, member)
    if (!own) orThrow(decide(held, 'members.read'))
    const row = await rowOf(db, organization.number, member)
    if (!row) throw new Refusal('not-found')
    const role = await db
      .selectFrom('assignment')
      .select(['since', 'given_by', 'reason'])
      .where('organization_id', '=', organization.id)
      .where('member_id', '=', member)
      .where('project_id', 'is', null)
      .where('until', 'is', null)
      .executeTakeFirstOrThrow()
    const came = await invitationOf(db, organization.id, member)
    const inviter = came?.invited_by ?? null
    const told = own || !(decide(held, 'invitations.read') instanceof Refusal)
    const people = await peopleOf(
      db,
      organization.id,
      [inviter, role.given_by].filter((id) => id !== null),
    )
    return {
      ...memberOf(row, actor.id),
      invitedBy: (inviter && people.get(inviter)) ?? null,
      arrival: came && told ? arrivalOf(came) : null,
      roleSince: role.since,
      roleBy: (role.given_by && people.get(role.given_by)) ?? null,
      roleReason: role.reason,
    }
  },
})

interface Came {
  readonly id: InvitationId
  readonly invited_by: UserId
  readonly sent_at: Instant
  readonly opened_at: Instant | null
  readonly closed_at: Instant | null
}

function arrivalOf({ id, sent_at, opened_at, closed_at }: Came): Arrival {
  return { invitation: id, sentAt: sent_at, openedAt: opened_at, acceptedAt: closed_at }
}

async function invitationOf(db: Reads, organization: OrganizationId, member: MemberId): Promise<Came | null> {
  const row = await db
    .selectFrom('invitation')
    .select(['id', 'invited_by', 'sent_at', 'opened_at', 'closed_at'])
    .where('organization_id', '=', organization)
    .where('member_id', '=', member)
    .executeTakeFirst()
  return row ?? null
}
