import type { Instant, MemberId, RoleId, UserId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { type Person, pictureAt } from '../platform/people.ts'
import type { MemberSource } from '../platform/schema.ts'
import { statement } from '../platform/statement.ts'
import type { Reads } from '../platform/writer.ts'
import { type RoleRef, roleRef } from '../roles/store.ts'
import { type Label, labelsOf } from './labels.ts'
import { type Order, type Place, SORTED_BY } from './sources.ts'

/** A member as lists and pages show them. */
export interface Member extends Person {
  readonly member: MemberId
  readonly ownName: string
  /** The name in this organization, if it is not the person's own. */
  readonly displayName: string | null
  readonly title: string | null
  readonly role: RoleRef
  /** Owners cannot be removed while ownership is theirs. */
  readonly protected: boolean
  readonly joinedAt: Instant
  /** Set where the list is of an earlier day and they have left since. */
  readonly leftAt: Instant | null
  /** Null when they have never been here. */
  readonly lastActiveAt: Instant | null
  readonly you: boolean
  readonly source: MemberSource
}

/** A listed row as it is read. */
export interface ListedRow {
  readonly label: string
  readonly member_id: MemberId
  readonly user_id: UserId
  readonly own_name: string
  readonly display_name: string | null
  readonly title: string | null
  readonly email: string
  readonly username: string | null
  readonly verified: 0 | 1
  readonly avatar: string | null
  readonly role_id: RoleId
  readonly role_key: string | null
  readonly role_name: string
  readonly source: MemberSource
  readonly joined_at: Instant
  readonly active_at: Instant
}

/** Everything of a listed row, with its label as text: a number would lose the last digits. */
export const LISTED_COLUMNS = `
  cast(l.position as text) as label, l.member_id, l.user_id, l.own_name, l.display_name, l.title,
  l.email, l.username, l.verified, l.avatar, l.role_id, l.role_key, l.role_name, l.source, l.joined_at, l.active_at`

/** The same, as a part of a statement that is built. */
export const LISTED: RawBuilder<unknown> = sql.raw(LISTED_COLUMNS)

/** The listed row as it goes out, for the eyes of one of them. */
export function memberOf(row: ListedRow, viewer: UserId): Member {
  return {
    user: row.user_id,
    name: row.display_name ?? row.own_name,
    username: row.username,
    email: row.email || null,
    verified: row.verified === 1,
    avatar: pictureAt(row.avatar),
    member: row.member_id,
    ownName: row.own_name,
    displayName: row.display_name,
    title: row.title,
    role: roleRef({ id: row.role_id, key: row.role_key, name: row.role_name }),
    protected: row.role_key === 'owner',
    joinedAt: row.joined_at,
    leftAt: null,
    lastActiveAt: row.active_at === 0 ? null : row.active_at,
    you: row.user_id === viewer,
    source: row.source,
  }
}

/** Where a row stands in a list of this order. */
export function placeOfRow(row: ListedRow, { sort }: Order): Place {
  const column = SORTED_BY[sort]
  return { label: BigInt(row.label), value: column === null ? null : row[column] }
}

/** The rows with these labels, in the order of the labels given. */
export async function rowsAt(db: Reads, labels: readonly Label[]): Promise<readonly ListedRow[]> {
  const rows = await rowsIn(db, { labels: `[${labels.join()}]` })
  const byLabel = new Map(rows.map((row) => [row.label, row]))
  return labels.flatMap((label) => byLabel.get(String(label)) ?? [])
}

const rowsIn = statement<{ readonly labels: string }, ListedRow>(`
  select ${LISTED_COLUMNS} from member_listing as l
  where l.position in (select value from json_each(:labels))
`)

/** The listed row of a member of this organization. */
export async function rowOf(db: Reads, number: number, member: MemberId): Promise<ListedRow | undefined> {
  const { first, last } = labelsOf(number)
  const { rows } = await sql<ListedRow>`
    select ${LISTED} from member_listing as l
    where l.member_id = ${member} and +l.position >= ${first} and +l.position <= ${last}
  `.execute(db)
  return rows[0]
}
