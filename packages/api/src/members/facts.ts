import { type MemberId, nameKey, type RoleId, searchText, type UserId } from '@roster/domain'
import { type Insertable, sql } from 'kysely'
import type { Row, Tables } from '../platform/schema.ts'
import type { Reads } from '../platform/writer.ts'

/** What the row of a member is made of, as the tables say it now. */
export type ListedFacts = Pick<
  Row<'member'>,
  'display_name' | 'title' | 'source' | 'since' | 'last_active_at'
> &
  Pick<Row<'user'>, 'name' | 'email' | 'username' | 'email_verified_at' | 'avatar'> & {
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
    avatar: facts.avatar,
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

/** The columns of a listed row but for its place, in the order of `asValues`. */
export const COLUMNS = [
  'number',
  'member_id',
  'user_id',
  'name_key',
  'own_name',
  'display_name',
  'title',
  'email',
  'username',
  'verified',
  'avatar',
  'role_id',
  'role_key',
  'role_name',
  'source',
  'joined_at',
  'active_at',
  'search',
] as const satisfies readonly (keyof Listed)[]

/** A listed row as one line of JSON values. */
export function asValues(row: Listed): readonly (string | number | null)[] {
  return COLUMNS.map((column) => row[column] ?? null)
}

/** What the tables say of live members, people all of them, who hold a role at their organization; the others are left out. */
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
      'u.avatar',
      'o.number',
      'r.id as role',
      'r.key as role_key',
      'r.name as role_name',
    ])
    .where('m.id', 'in', sql<MemberId>`(select value from json_each(${JSON.stringify(members)}))`)
    .where('u.kind', '=', sql.lit('person'))
    .where('m.until', 'is', null)
    .where('a.until', 'is', null)
    .where('a.project_id', 'is', null)
    .execute()
}
