import type { Instant, MemberId, OrganizationId, RoleId, UserId } from '@roster/domain'
import type { Member } from '../members/rows.ts'
import { DELETED_ACCOUNT, pictureAt } from '../platform/people.ts'
import type { MemberSource } from '../platform/schema.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { roleRef } from '../roles/store.ts'
import { ROLE_AT } from './standing.ts'

/** A member as they were at some moment: the role is the one they held then, what they are called is of today. */
export interface PastMember extends Member {
  readonly lastActiveAt: null
}

interface PastRow {
  readonly member: MemberId
  readonly user: UserId
  readonly own_name: string
  readonly display_name: string | null
  readonly title: string | null
  readonly email: string | null
  readonly username: string | null
  readonly verified_at: Instant | null
  readonly avatar: string | null
  readonly deleted_at: Instant | null
  readonly source: MemberSource
  readonly since: Instant
  readonly until: Instant | null
  readonly role: RoleId
  readonly role_key: string | null
  readonly role_name: string
}

// Should no role have been live then (a clock was set back), the first one they were given answers.
const pastRows = statement<
  { readonly organization: OrganizationId; readonly members: string; readonly at: Instant },
  PastRow
>(`
  select m.id as member, m.user_id as user, u.name as own_name, m.display_name, m.title, u.email, u.username,
    u.email_verified_at as verified_at, u.avatar, u.deleted_at, m.source, m.since, m.until,
    r.id as role, r.key as role_key, r.name as role_name
  from json_each(:members) as wanted
  cross join member m on m.id = wanted.value and m.organization_id = :organization
  cross join user u on u.id = m.user_id
  cross join assignment a on a.id = ifnull(${ROLE_AT('m.id')}, (
    select given.id from assignment given where given.organization_id = m.organization_id
      and given.member_id = m.id and given.project_id is null order by given.since limit 1))
  cross join role r on r.id = a.role_id
  order by wanted.key
`)

/** These members as they were at a moment, in this order, for the eyes of one of them. */
export async function membersAt(
  db: Reads,
  organization: OrganizationId,
  members: readonly MemberId[],
  at: Instant,
  viewer: UserId,
): Promise<readonly PastMember[]> {
  const rows = await pastRows(db, { organization, members: JSON.stringify(members), at })
  return rows.map((row) => pastMember(row, viewer))
}

function pastMember(row: PastRow, viewer: UserId): PastMember {
  const ownName = row.deleted_at === null ? row.own_name : DELETED_ACCOUNT
  return {
    user: row.user,
    name: row.display_name ?? ownName,
    username: row.username,
    email: row.email,
    verified: row.verified_at !== null,
    avatar: pictureAt(row.avatar),
    member: row.member,
    ownName,
    displayName: row.display_name,
    title: row.title,
    role: roleRef({ id: row.role, key: row.role_key, name: row.role_name }),
    protected: row.role_key === 'owner',
    joinedAt: row.since,
    leftAt: row.until,
    lastActiveAt: null,
    you: row.user === viewer,
    source: row.source,
  }
}
