import {
  type MemberId,
  nameKey,
  type OrganizationId,
  type RoleId,
  searchText,
  type UserId,
} from '@roster/domain'
import { type Insertable, sql } from 'kysely'
import type { Row, Tables } from '../platform/schema.ts'
import type { Reads, Transaction } from '../platform/writer.ts'
import { placeFor } from './place.ts'
import { splitSpans } from './spans.ts'

/** What the row of a member is made of, as the tables say it now. */
export type ListedFacts = Pick<
  Row<'member'>,
  'display_name' | 'title' | 'source' | 'since' | 'last_active_at'
> &
  Pick<Row<'user'>, 'name' | 'email' | 'username' | 'email_verified_at'> & {
    readonly member: MemberId
    readonly user: UserId
    readonly number: number
    readonly role: RoleId
    readonly role_key: string | null
    readonly role_name: string
  }

/** A listed row but for its place. */
export type Listed = Omit<Insertable<Tables['member_listing']>, 'position'>

/** What the list shows, sorts and searches for a member. */
export function listed(facts: ListedFacts): Listed {
  const { display_name, name, email, username, title, role_name } = facts
  return {
    number: facts.number,
    member_id: facts.member,
    user_id: facts.user,
    name_key: nameKey(display_name ?? name),
    own_name: name,
    display_name,
    title,
    email: email ?? '',
    username,
    verified: facts.email_verified_at === null ? 0 : 1,
    role_id: facts.role,
    role_key: facts.role_key,
    role_name,
    source: facts.source,
    joined_at: facts.since,
    active_at: facts.last_active_at ?? 0,
    search: searchText({
      name: display_name === null ? name : `${display_name} ${name}`,
      email,
      username,
      title,
      role: role_name,
    }),
  }
}

/**
 * Brings the row of a member up to what the tables say: after a membership began, its role, title or display name
 * changed. A member without a role at the organization is not listed. Ended memberships leave the list by trigger.
 */
export async function memberChanged(tx: Transaction, member: MemberId): Promise<void> {
  const [facts] = await factsOf(tx, [member])
  if (!facts) {
    await tx.deleteFrom('member_listing').where('member_id', '=', member).execute()
    return
  }
  const row = listed(facts)
  const before = await tx
    .selectFrom('member_listing')
    .select('name_key')
    .where('member_id', '=', member)
    .executeTakeFirst()
  if (before?.name_key === row.name_key) {
    await tx.updateTable('member_listing').set(row).where('member_id', '=', member).execute()
    return
  }
  const position = await placeFor(tx, facts.number, { nameKey: row.name_key, member })
  if (before) {
    await tx
      .updateTable('member_listing')
      .set({ ...row, position })
      .where('member_id', '=', member)
      .execute()
  } else {
    await tx
      .insertInto('member_listing')
      .values({ ...row, position })
      .execute()
  }
  await splitSpans(tx, { first: position, last: position })
}

/**
 * The same for every organization a person is in: after their name, username, address or its verification changed.
 * Answers those organizations, whose pages show something else now.
 */
export async function profileChanged(tx: Transaction, user: UserId): Promise<readonly OrganizationId[]> {
  const memberships = await tx
    .selectFrom('member')
    .select(['id', 'organization_id'])
    .where('user_id', '=', user)
    .where('until', 'is', null)
    .execute()
  for (const { id } of memberships) await memberChanged(tx, id)
  return memberships.map((membership) => membership.organization_id)
}

/** The same for everyone who holds a role at an organization: after the role was renamed. */
export async function roleRenamed(tx: Transaction, role: RoleId): Promise<void> {
  const holders = await tx
    .selectFrom('role as r')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'r.organization_id').onRef('a.role_id', '=', 'r.id'),
    )
    .select('a.member_id')
    .where('r.id', '=', role)
    .where('a.until', 'is', null)
    .where('a.project_id', 'is', null)
    .execute()
  for (const { member_id } of holders) if (member_id) await memberChanged(tx, member_id)
}

/** What the tables say of live members who hold a role at their organization; the others are left out. */
export function factsOf(db: Reads, members: readonly MemberId[]): Promise<readonly ListedFacts[]> {
  return db
    .selectFrom('member as m')
    .innerJoin('user as u', 'u.id', 'm.user_id')
    .innerJoin('organization as o', 'o.id', 'm.organization_id')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'm.organization_id').onRef('a.member_id', '=', 'm.id'),
    )
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .select([
      'm.id as member',
      'm.user_id as user',
      'm.display_name',
      'm.title',
      'm.source',
      'm.since',
      'm.last_active_at',
      'u.name',
      'u.email',
      'u.username',
      'u.email_verified_at',
      'o.number',
      'r.id as role',
      'r.key as role_key',
      'r.name as role_name',
    ])
    .where('m.id', 'in', sql<MemberId>`(select value from json_each(${JSON.stringify(members)}))`)
    .where('m.until', 'is', null)
    .where('a.until', 'is', null)
    .where('a.project_id', 'is', null)
    .execute()
}
