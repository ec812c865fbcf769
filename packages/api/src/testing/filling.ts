import {
  type Email,
  type Instant,
  type MemberId,
  nameKey,
  type OrganizationId,
  type RoleId,
  searchText,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { createSession } from '../identity/sessions.ts'
import { beginMemberships } from '../members/many.ts'
import { beginMembership } from '../members/store.ts'
import { insertOrganization } from '../organizations/store.ts'
import { recordAudit } from '../platform/audit.ts'
import type { Deps } from '../platform/call.ts'

/** Fills a database with people, memberships and invitations by the hundred thousand, for measuring. */

/** Somebody who is to have an account. */
export interface Somebody {
  readonly name: string
  readonly username: string
  readonly email: Email
}

export interface NewHome {
  readonly organization: OrganizationId
  readonly owner: UserId
  readonly roles: ReadonlyMap<string, RoleId>
}

/** An organization and the account that owns it. */
export async function foundOrganization(deps: Deps, founder: Somebody, now: Instant): Promise<NewHome> {
  const { newId, writer } = deps
  const [owner] = await addAccounts(deps, [founder], now)
  if (!owner) throw new Error('the founder has no account')
  return writer.run(async (tx) => {
    const { id, ownerRole } = await insertOrganization(tx, newId, {
      slug: 'acme',
      name: 'Acme',
      by: owner,
      now,
    })
    await beginMembership(tx, newId, {
      organization: id,
      user: owner,
      role: ownerRole,
      source: 'setup',
      by: null,
      now,
    })
    const roles = await tx
      .selectFrom('role')
      .select(['id', 'key'])
      .where('organization_id', '=', id)
      .where('level', '=', 'organization')
      .execute()
    return { organization: id, owner, roles: new Map(roles.map((role) => [role.key ?? role.id, role.id])) }
  })
}

/** Accounts with verified addresses, and without a password. */
export async function addAccounts(
  { newId, writer }: Deps,
  people: readonly Somebody[],
  now: Instant,
): Promise<readonly UserId[]> {
  const ids = people.map(() => newId('usr'))
  const rows = JSON.stringify(people.map(({ name, username, email }, at) => [ids[at], name, username, email]))
  await writer.run((tx) =>
    sql`
      insert into user (id, name, username, email, email_verified_at, created_at)
      select value ->> 0, value ->> 1, value ->> 2, value ->> 3, ${now}, ${now} from json_each(${rows})
    `.execute(tx),
  )
  return ids
}

/** Signs somebody in and answers the bearer of the session. */
export async function signIn({ newId, writer }: Deps, user: UserId, now: Instant): Promise<string> {
  const whence = { user, address: '192.0.2.1', userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' }
  const { token } = await writer.run((tx) => createSession(tx, { newId, now }, whence))
  return token
}

export interface Joining {
  readonly user: UserId
  readonly role: RoleId
  readonly joined: Instant
  /** Null for those who were never there. */
  readonly active: Instant | null
}

/** Memberships, each begun in its own time. */
export async function addMembers(
  { newId, writer }: Deps,
  { organization, owner }: NewHome,
  joining: readonly Joining[],
): Promise<readonly MemberId[]> {
  return writer.run(async (tx) => {
    const members = await beginMemberships(
      tx,
      newId,
      joining.map(({ user, role, joined }) => ({
        organization,
        user,
        role,
        source: 'import',
        by: owner,
        now: joined,
      })),
    )
    const active = JSON.stringify(joining.map(({ active: at }, index) => [members[index], at]))
    await sql`
      update member set last_active_at = lately.at
      from (select value ->> 0 as id, value ->> 1 as at from json_each(${active})) as lately
      where member.id = lately.id and lately.at is not null
    `.execute(tx)
    await sql`
      update member_listing set active_at = lately.at
      from (select value ->> 0 as id, value ->> 1 as at from json_each(${active})) as lately
      where member_listing.member_id = lately.id and lately.at is not null
    `.execute(tx)
    return members
  })
}

export interface PastMembership extends Somebody {
  readonly joined: Instant
  readonly left: Instant
}

/** People who were members and have left, with the role they held, as if they had come and gone in their time. */
export async function addPastMembers(
  deps: Deps,
  { organization, owner }: NewHome,
  role: RoleId,
  past: readonly PastMembership[],
): Promise<void> {
  const { newId, writer } = deps
  const users = await addAccounts(deps, past, Math.min(...past.map((one) => one.joined)))
  const rows = JSON.stringify(
    past.map(({ name, username, email, joined, left }, at) => {
      const search = searchText({ name, username, email })
      return [newId('mem'), users[at], newId('asg'), joined, left, nameKey(name), search]
    }),
  )
  await writer.run(async (tx) => {
    await sql`
      insert into member (id, organization_id, user_id, source, since, until, ended_by)
      select value ->> 0, ${organization}, value ->> 1, 'import', value ->> 3, value ->> 4, ${owner}
      from json_each(${rows})
    `.execute(tx)
    await sql`
      insert into assignment (id, organization_id, member_id, role_id, since, until, given_by, ended_by)
      select value ->> 2, ${organization}, value ->> 0, ${role}, value ->> 3, value ->> 4, ${owner}, ${owner}
      from json_each(${rows})
    `.execute(tx)
    await sql`
      insert into member_past (id, number, member_id, name_key, since, until, search)
      select taken.last + 1 + key, taken.number, value ->> 0, value ->> 5, value ->> 3, value ->> 4, value ->> 6
      from (
        select number, ifnull((select max(id) from member_past where id >= number << 43 and id < (number + 1) << 43),
          number << 43) as last from organization where id = ${organization}
      ) as taken, json_each(${rows})
    `.execute(tx)
  })
}

/** Entries of the audit trail, as the joining of these members would have left them. */
export async function addTrail(
  { newId, writer }: Deps,
  { organization, owner }: NewHome,
  members: readonly MemberId[],
  at: Instant,
): Promise<void> {
  const frame = {
    chain: organization,
    action: 'member.joined',
    at,
    actor: { kind: 'user', id: owner },
    allowedBy: null,
    change: newId('chg'),
  } as const
  const entries = members.map((member) => ({
    target: { kind: 'user', id: owner } as const,
    facts: { member, source: 'import' },
  }))
  await writer.run((tx) => recordAudit(tx, newId, frame, entries))
}

export type Fate = 'pending' | 'accepted' | 'declined' | 'revoked' | 'superseded'

export interface Past {
  readonly email: Email
  readonly fate: Fate
  readonly sent: Instant
  readonly expires: Instant
  /** What it became, if it was accepted. */
  readonly member: MemberId | null
}

/** Invitations of every state with their terms and their mail, as if they had been sent long ago. */
export async function addPastInvitations(
  { newId, writer }: Deps,
  { organization, owner }: NewHome,
  role: RoleId,
  past: readonly Past[],
): Promise<void> {
  const rows = JSON.stringify(
    past.map(({ email, fate, sent, expires, member }) => {
      const closed = fate === 'pending' ? null : Math.min(sent + 3_600_000, expires)
      return [newId('inv'), newId('asg'), newId('msg'), email, fate, sent, expires, closed, member]
    }),
  )
  await writer.run(async (tx) => {
    await sql`
      insert into message (id, organization_id, kind, reference_id, event, state, attempts, created_at, settled_at, outcome)
      select value ->> 2, ${organization}, 'invitation', value ->> 0, 'invitation ' || (value ->> 0) || ' 1',
        'handed-over', 1, value ->> 5, value ->> 5, '250 2.0.0 Ok: queued' from json_each(${rows})
    `.execute(tx)
    await sql`
      insert into invitation (id, organization_id, email, state, invited_by, created_at, sent_at, expires_at,
        closed_at, closed_by, member_id, message_id)
      select value ->> 0, ${organization}, value ->> 3, value ->> 4, ${owner}, value ->> 5, value ->> 5, value ->> 6,
        value ->> 7, iif(value ->> 7 is null, null, ${owner}), value ->> 8, value ->> 2 from json_each(${rows})
    `.execute(tx)
    await sql`
      insert into assignment (id, organization_id, invitation_id, role_id, since, until, given_by)
      select value ->> 1, ${organization}, value ->> 0, ${role}, value ->> 5, value ->> 7, ${owner}
      from json_each(${rows})
    `.execute(tx)
  })
}
