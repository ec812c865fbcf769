import {
  type HeldAssignment,
  type Instant,
  type InvitationId,
  isId,
  Refusal,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import type { Organization } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'
import { invitationsById, type StoredInvitation } from './stored.ts'
import { mayGrantTerms, NO_TERMS, type Terms, termsOf } from './term.ts'

/** An invitation the caller may touch, and what it gives. */
export interface Managed {
  readonly invitation: StoredInvitation
  readonly terms: Terms
}

interface Managing {
  readonly organization: Organization
  readonly held: readonly HeldAssignment[]
  readonly now: Instant
}

/**
 * The invitations with these ids, for somebody who manages invitations. Refuses each by itself: `not-found` (also
 * another organization's), `beyond-your-own` when it gives more than the caller holds (A10). Whether an action is
 * possible is asked of the rules afterwards.
 */
export async function managed(
  db: Reads,
  { organization, held, now }: Managing,
  ids: readonly string[],
): Promise<(id: string) => Managed | Refusal> {
  const invitations = await invitationsById(db, organization.id, ids)
  const terms = await termsOf(
    db,
    organization,
    ids.filter((id): id is InvitationId => isId('inv', id)),
    now,
  )
  return (id) => {
    const invitation = invitations.get(id)
    if (!invitation) return new Refusal('not-found')
    const given = terms.get(invitation.id) ?? NO_TERMS
    const mine = mayGrantTerms(held, given)
    return mine instanceof Refusal ? mine : { invitation, terms: given }
  }
}

/** The accounts these invitations are for, whose own pages show them. */
export async function inviteesOf(
  db: Reads,
  invitations: readonly StoredInvitation[],
): Promise<ReadonlyMap<InvitationId, UserId>> {
  const addressed = invitations.filter((invitation) => invitation.user === null)
  const pairs = JSON.stringify(addressed.map(({ id, email }) => [id, email]))
  const { rows } = await sql<{ id: InvitationId; user: UserId }>`
    select j.value ->> 0 as id, u.id as user
      from json_each(${pairs}) j cross join user u on u.email = j.value ->> 1
  `.execute(db)
  const named = invitations.flatMap(({ id, user }) => (user ? [[id, user] as const] : []))
  return new Map([...named, ...rows.map((row) => [row.id, row.user] as const)])
}
