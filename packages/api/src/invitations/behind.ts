import { type Email, isEmail, type OrganizationId, type Recipient, type UserId } from '@roster/domain'
import { sql } from 'kysely'
import { listed } from '../platform/listed.ts'
import type { Reads } from '../platform/writer.ts'

/** The account behind a recipient, and where it is a member already. */
export interface Account {
  readonly id: UserId
  readonly email: Email
  readonly memberHere: boolean
  readonly memberElsewhere: boolean
}

export interface Accounts {
  readonly byEmail: ReadonlyMap<string, Account>
  readonly byUsername: ReadonlyMap<string, Account>
}

/** The accounts that these recipients mean, each looked up once. By username only those who can sign in. */
export async function accountsBehind(
  db: Reads,
  organization: OrganizationId,
  recipients: readonly Recipient[],
): Promise<Accounts> {
  const emails = recipients.flatMap((one) => (one.kind === 'email' ? [one.email] : []))
  const usernames = recipients.flatMap((one) => (one.kind === 'username' ? [one.username] : []))
  const users = db.selectFrom('user').select(['id', 'email', 'username']).where('deleted_at', 'is', null)
  const named =
    usernames.length > 0
      ? await users.where('username', 'in', listed(usernames)).where('disabled_at', 'is', null).execute()
      : []
  const addressed = emails.length > 0 ? await users.where('email', 'in', listed(emails)).execute() : []
  const found = new Map([...named, ...addressed].map((row) => [row.id, row]))
  const memberships = await membershipsOf(db, organization, [...found.keys()])

  const byEmail = new Map<string, Account>()
  for (const { id, email } of found.values()) {
    if (email === null || !isEmail(email)) continue
    byEmail.set(email, {
      id,
      email,
      memberHere: memberships.here.has(id),
      memberElsewhere: memberships.elsewhere.has(id),
    })
  }
  const byUsername = new Map<string, Account>()
  for (const { username, email } of named) {
    const account = email === null ? undefined : byEmail.get(email)
    if (username !== null && account) byUsername.set(username, account)
  }
  return { byEmail, byUsername }
}

/** Which of these accounts are members of this organization, and which of another one that still exists. */
export async function membershipsOf(
  db: Reads,
  organization: OrganizationId,
  users: readonly UserId[],
): Promise<{ readonly here: ReadonlySet<UserId>; readonly elsewhere: ReadonlySet<UserId> }> {
  const here = new Set<UserId>()
  const elsewhere = new Set<UserId>()
  if (users.length === 0) return { here, elsewhere }
  const { rows } = await sql<{ user_id: UserId; organization_id: OrganizationId }>`
    select m.user_id, m.organization_id
      from json_each(${JSON.stringify(users)}) j
      cross join member m on m.user_id = j.value and m.until is null
      join organization o on o.id = m.organization_id and o.until is null
  `.execute(db)
  for (const row of rows) (row.organization_id === organization ? here : elsewhere).add(row.user_id)
  return { here, elsewhere }
}
