import {
  actionsFor,
  expiresSoon,
  type HeldAssignment,
  type Instant,
  type InvitationAction,
  type InvitationId,
  type InvitationStatus,
  status,
} from '@roster/domain'
import { sql } from 'kysely'
import type { Organization } from '../platform/access.ts'
import { DELETED_ACCOUNT, nobody, type Person, peopleOf } from '../platform/people.ts'
import type { MessageState, Row } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'
import type { RoleRef } from '../roles/store.ts'
import { lastRoles } from './last-roles.ts'
import { type ListedPlaces, listedPlaces, NOWHERE } from './places-listed.ts'
import { deliveryOf } from './stored.ts'

/** An invitation as its sender's organization sees it. */
export interface ListedInvitation {
  readonly id: InvitationId
  /** One of the two: whoever was invited by username keeps their address to themself. */
  readonly recipient: { readonly email: string | null; readonly username: string | null }
  readonly role: RoleRef
  /** The projects and groups it leads to. */
  readonly places: ListedPlaces
  /** Whether it also leads to the projects that new members join. */
  readonly defaultProjects: boolean
  readonly status: InvitationStatus
  readonly expiresSoon: boolean
  readonly sentAt: Instant
  readonly expiresAt: Instant | null
  readonly openedAt: Instant | null
  readonly closedAt: Instant | null
  /** Since when nobody can tell whom it was for (D34). */
  readonly purgedAt: Instant | null
  readonly invitedBy: Person
  readonly message: string | null
  readonly generation: number
  readonly delivery: Delivered | null
  readonly actions: readonly InvitationAction[]
}

export interface Delivered {
  readonly state: MessageState
  readonly attempts: number
  readonly nextAttemptAt: Instant | null
  /** The server's reply, or the reason. */
  readonly outcome: string | null
}

type ListedRow = Omit<
  Row<'invitation'>,
  'message_id' | 'member_id' | 'closed_by' | 'welcome' | 'template'
> & {
  readonly username: string | null
  readonly mail_state: MessageState | null
  readonly attempts: number | null
  readonly next_attempt_at: Instant | null
  readonly outcome: string | null
}

/** The invitations with these ids, in this order. */
export async function listedInvitations(
  db: Reads,
  { organization, held }: { readonly organization: Organization; readonly held: readonly HeldAssignment[] },
  ids: readonly InvitationId[],
  now: Instant,
): Promise<readonly ListedInvitation[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<ListedRow>`
    select i.id, i.organization_id, i.email, i.user_id, i.state, i.generation, i.message, i.invited_by,
           i.created_at, i.sent_at, i.expires_at, i.opened_at, i.closed_at, i.purged_at, i.default_projects, u.username,
           m.state as mail_state, m.attempts, m.next_attempt_at, m.outcome
      from json_each(${JSON.stringify(ids)}) j
      cross join invitation i on i.organization_id = ${organization.id} and i.id = j.value
      left join user u on u.id = i.user_id
      left join message m on m.id = i.message_id
      order by j.key
  `.execute(db)
  const roles = await lastRoles(db, rows)
  const places = await listedPlaces(db, { organization: organization.id, held }, ids)
  const people = await peopleOf(
    db,
    organization.id,
    rows.map((row) => row.invited_by),
  )
  return rows.map((row) => {
    const role = roles.get(row.id)
    if (!role) throw new Error(`invitation ${row.id} has never given a role`)
    const invitedBy = people.get(row.invited_by) ?? nobody(row.invited_by)
    return { ...listed(row, role.role, invitedBy, now), places: places.get(row.id) ?? NOWHERE }
  })
}

function listed(
  row: ListedRow,
  role: RoleRef,
  invitedBy: Person,
  now: Instant,
): Omit<ListedInvitation, 'places'> {
  const clocked = { state: row.state, expiresAt: row.expires_at }
  const seen = status(clocked, deliveryOf(row.mail_state), now)
  const byUsername = row.user_id !== null
  return {
    id: row.id,
    recipient: byUsername
      ? { email: null, username: row.username ?? DELETED_ACCOUNT }
      : { email: row.email || null, username: null },
    role,
    defaultProjects: row.default_projects === 1,
    status: seen,
    expiresSoon: expiresSoon(clocked, now),
    sentAt: row.sent_at,
    expiresAt: row.expires_at,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    purgedAt: row.purged_at,
    invitedBy,
    message: row.message,
    generation: row.generation,
    delivery: row.mail_state && {
      state: row.mail_state,
      attempts: row.attempts ?? 0,
      nextAttemptAt: row.next_attempt_at,
      outcome: byUsername ? withoutAddress(row.outcome) : row.outcome,
    },
    actions: actionsFor(seen),
  }
}

/** Mail servers like to repeat the address; of their reply only the status codes are safe to show (RFC 3463). */
function withoutAddress(outcome: string | null): string | null {
  return outcome === null
    ? null
    : (outcome.match(/\b[245]\d\d\b(?:[ -][245]\.\d{1,3}\.\d{1,3})?/)?.[0] ?? null)
}
