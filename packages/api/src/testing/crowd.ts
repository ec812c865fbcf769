import { type MemberId, nameKey, type RoleId, searchText, type UserId } from '@roster/domain'
import { sql } from 'kysely'
import { beginMemberships } from '../members/many.ts'
import { addAccount, type House } from './house.ts'

/** For tests: people by the dozen, and the list as it must be by the tables alone. */

let people = 0

/** Adds accounts with these names to acme, at once; names may repeat. */
export async function crowd(
  home: House,
  names: readonly string[],
  role: RoleId = home.roles.member,
): Promise<readonly { readonly member: MemberId; readonly user: UserId }[]> {
  const users: UserId[] = []
  for (const name of names) {
    people += 1
    const { id } = await addAccount(home.deps, `crowd-${people}`, home.now())
    await home.deps.writer.run((tx) => tx.updateTable('user').set({ name }).where('id', '=', id).execute())
    users.push(id)
  }
  const members = await home.deps.writer.run((tx) =>
    beginMemberships(
      tx,
      home.deps.newId,
      users.map((user) => ({
        organization: home.acme,
        user,
        role,
        source: 'import',
        by: null,
        now: home.now(),
      })),
    ),
  )
  return members.flatMap((member, index) => {
    const user = users[index]
    return user ? [{ member, user }] : []
  })
}

/** A member as the tables have it, apart from the list. */
export interface Expected {
  readonly member: MemberId
  readonly key: string
  readonly email: string
  readonly joined: number
  readonly active: number
  readonly role: RoleId
  readonly search: string
}

/** Everybody in acme by name, read from the tables and sorted without the help of the list. */
export async function expectedList(home: House): Promise<readonly Expected[]> {
  const rows = await home.deps.reader
    .selectFrom('member as m')
    .innerJoin('user as u', 'u.id', 'm.user_id')
    .innerJoin('assignment as a', 'a.member_id', 'm.id')
    .innerJoin('role as r', 'r.id', 'a.role_id')
    .select(['m.id', 'm.display_name', 'm.title', 'm.since', 'm.last_active_at'])
    .select(['u.name', 'u.email', 'u.username', 'r.name as role', 'r.id as role_id'])
    .where('m.organization_id', '=', home.acme)
    .where('m.until', 'is', null)
    .where('a.until', 'is', null)
    .where('a.project_id', 'is', null)
    .execute()
  return rows
    .map((row) => ({
      member: row.id,
      key: nameKey(row.display_name ?? row.name),
      email: row.email ?? '',
      joined: row.since,
      active: row.last_active_at ?? 0,
      role: row.role_id,
      search: searchText({ ...row, name: row.display_name ? `${row.display_name} ${row.name}` : row.name }),
    }))
    .sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)) || (a.member < b.member ? -1 : 1))
}

/** What is wrong with the list and all that hangs on it; empty when everything adds up. */
export async function faults(home: House): Promise<readonly string[]> {
  const { reader, writer } = home.deps
  const wrong: string[] = []
  const expected = (await expectedList(home)).map((one) => `${one.member} ${one.role} ${one.search}`)
  const { number } = await reader
    .selectFrom('organization')
    .select('number')
    .where('id', '=', home.acme)
    .executeTakeFirstOrThrow()
  const listed = await reader
    .selectFrom('member_listing')
    .select(['member_id', 'role_id', 'search'])
    .where('number', '=', number)
    .orderBy('position')
    .execute()
  const actual = listed.map((row) => `${row.member_id} ${row.role_id} ${row.search}`)
  if (actual.join('\n') !== expected.join('\n')) wrong.push('the list is not everybody by name')
  const spans = await sql<{ level: number; label: string; members: number; counted: number }>`
    select level, cast(first as text) as label, members, (
      select count(*) from member_listing where position >= s.first and position < ifnull(
        (select min(first) from member_span n where n.level = s.level and n.first > s.first), 9223372036854775807)
    ) as counted from member_span as s
  `.execute(reader)
  for (const { level, label, members, counted } of spans.rows) {
    if (members !== counted)
      wrong.push(`span ${label} of level ${level} says ${members} and holds ${counted}`)
    if (level === 1 && members > 128) wrong.push(`span ${label} holds ${members}`)
  }
  const total = await sql<{ wrong: number }>`
    select count(*) as wrong from organization_total t where members <>
      (select count(*) from member m where m.organization_id = t.organization_id and m.until is null)
  `.execute(reader)
  if (total.rows[0]?.wrong !== 0) wrong.push('a total of members is not their count')
  const roles = await sql<{ wrong: number }>`
    select count(*) as wrong from role r where
      ifnull((select members from role_total t where t.role_id = r.id), 0) <>
      (select count(*) from assignment a where a.role_id = r.id and a.until is null
        and a.member_id is not null and a.project_id is null)
  `.execute(reader)
  if (roles.rows[0]?.wrong !== 0) wrong.push('a total of a role is not the count of its holders')
  await writer
    .run((tx) =>
      sql`insert into member_search (member_search, rank) values ('integrity-check', 1)`.execute(tx),
    )
    .catch((reason: unknown) => wrong.push(`the search index: ${reason}`))
  return wrong
}
