import type { OrganizationId, UserId } from '@roster/domain'
import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { listed } from './listed.ts'
import type { Row } from './schema.ts'
import type { Reads } from './writer.ts'

/** A person as an organization sees them. */
export interface Person {
  readonly user: UserId
  /** The display name in that organization, or the person's own. */
  readonly name: string
  readonly username: string | null
  readonly email: string | null
  readonly verified: boolean
  /** The path of their picture, if they have one. */
  readonly avatar: string | null
}

export const DELETED_ACCOUNT = 'Deleted account'

/** What is left of a person whose account was deleted. */
export function nobody(user: UserId): Person {
  return { user, name: DELETED_ACCOUNT, username: null, email: null, verified: false, avatar: null }
}

/** The condition that the member in this column is no service account; also where there is none, as for a group. */
export function isPerson(column: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (select 1 from service_account program where program.member_id = ${sql.ref(column)})`
}

/** Where a picture is served: under its hash, so that the address says what is there. */
export function pictureAt(hash: string | null): string | null {
  return hash && `/avatars/${hash}.webp`
}

/**
 * The people with these ids as this organization may see them, members of today and of earlier. Whoever never
 * was one is known by username only, since names and addresses are not public. In the order of the ids, without
 * those that nobody has.
 */
export async function peopleOf(
  db: Reads,
  organization: OrganizationId,
  ids: Iterable<UserId>,
): Promise<ReadonlyMap<UserId, Person>> {
  const wanted = [...new Set(ids)]
  const known = new Map((await knownPeople(db, organization, wanted)).map((person) => [person.user, person]))
  return new Map(
    wanted.flatMap((id) => {
      const person = known.get(id)
      return person ? [[id, person] as const] : []
    }),
  )
}

async function knownPeople(
  db: Reads,
  organization: OrganizationId,
  ids: readonly UserId[],
): Promise<readonly Person[]> {
  const users = await db
    .selectFrom('user')
    .select(['id', 'name', 'username', 'email', 'email_verified_at', 'avatar', 'deleted_at'])
    .where('id', 'in', listed(ids))
    .execute()
  // Led by the people: led by the organization, all of its members would be walked.
  const { rows: memberships } = await sql<Pick<Row<'member'>, 'user_id' | 'display_name'>>`
    select m.user_id, m.display_name
      from json_each(${JSON.stringify(ids)}) j
      cross join member m on m.user_id = j.value and m.organization_id = ${organization}
      order by m.since
  `.execute(db)
  // The latest membership comes last and is the one that counts.
  const displayNames = new Map(memberships.map((row) => [row.user_id, row.display_name]))
  return users.map((row): Person => {
    const { id: user, username } = row
    if (row.deleted_at !== null) {
      return nobody(user)
    }
    if (!displayNames.has(user)) {
      return { user, name: username ?? DELETED_ACCOUNT, username, email: null, verified: false, avatar: null }
    }
    const name = displayNames.get(user) ?? row.name
    const verified = row.email_verified_at !== null
    return { user, name, username, email: row.email, verified, avatar: pictureAt(row.avatar) }
  })
}
