import { type Email, type Instant, isEmail, type NewId, Refusal, type UserId } from '@roster/domain'
import type { Actor } from '../platform/access.ts'
import type { Row } from '../platform/schema.ts'
import type { Reads, Transaction } from '../platform/writer.ts'

/** An account somebody can use: neither disabled nor deleted, so it has an address and a username. */
export interface Account {
  readonly id: UserId
  readonly email: Email
  readonly username: string
  readonly name: string
  readonly passwordHash: string | null
  readonly verifiedAt: Instant | null
  readonly discoverable: boolean
  /** The hash of their picture. */
  readonly avatar: string | null
  /** Null until its first session. */
  readonly lastActiveAt: Instant | null
}

/** The usable account with this canonical address. */
export async function accountByEmail(db: Reads, email: Email): Promise<Account | null> {
  return accountOf(await usable(db).where('email', '=', email).executeTakeFirst())
}

/** The usable account with this id. */
export async function accountById(db: Reads, id: UserId): Promise<Account | null> {
  return accountOf(await usable(db).where('id', '=', id).executeTakeFirst())
}

/** The caller's own account. Refuses with `not-signed-in` when it was disabled or deleted meanwhile. */
export async function ownAccount(db: Reads, actor: Actor): Promise<Account> {
  const account = await accountById(db, actor.id)
  if (!account) throw new Refusal('not-signed-in')
  return account
}

function usable(db: Reads) {
  return db.selectFrom('user').selectAll().where('disabled_at', 'is', null).where('deleted_at', 'is', null)
}

function accountOf(row: Row<'user'> | undefined): Account | null {
  if (!row || row.username === null || row.email === null || !isEmail(row.email)) return null
  return {
    id: row.id,
    email: row.email,
    username: row.username,
    name: row.name,
    passwordHash: row.password_hash,
    verifiedAt: row.email_verified_at,
    discoverable: row.discoverable === 1,
    avatar: row.avatar,
    lastActiveAt: row.last_active_at,
  }
}

export interface NewAccount {
  readonly email: Email
  readonly username: string
  readonly name: string
  /** Null until its owner chooses a password through a link. */
  readonly passwordHash: string | null
  readonly verified: boolean
  readonly now: Instant
}

/** Writes an account; that address and username are free is the caller's to have asked. */
export async function insertAccount(tx: Transaction, newId: NewId, account: NewAccount): Promise<UserId> {
  const id = newId('usr')
  await tx
    .insertInto('user')
    .values({
      id,
      email: account.email,
      username: account.username,
      name: account.name,
      password_hash: account.passwordHash,
      email_verified_at: account.verified ? account.now : null,
      created_at: account.now,
      last_active_at: null,
      disabled_at: null,
      deleted_at: null,
    })
    .execute()
  return id
}

/** Refuses with `username-taken` when somebody else has it, disabled accounts included. */
export async function keepUsernameUnique(db: Reads, username: string, own?: UserId): Promise<void> {
  const holder = await db.selectFrom('user').select('id').where('username', '=', username).executeTakeFirst()
  if (holder && holder.id !== own) throw new Refusal('username-taken', { field: 'username' })
}

/** Refuses with `email-taken` when somebody else has it, disabled accounts included. */
export async function keepEmailUnique(db: Reads, email: Email, own?: UserId): Promise<void> {
  const holder = await holderOf(db, email)
  if (holder && holder !== own) throw new Refusal('email-taken', { field: 'email' })
}

/** Whose address it is, disabled accounts included. */
export async function holderOf(db: Reads, email: Email): Promise<UserId | null> {
  const holder = await db.selectFrom('user').select('id').where('email', '=', email).executeTakeFirst()
  return holder?.id ?? null
}

/** Keeps a new password, in place of whichever there was. */
export async function keepPassword(tx: Transaction, user: UserId, passwordHash: string): Promise<void> {
  await tx.updateTable('user').set({ password_hash: passwordHash }).where('id', '=', user).execute()
}

/** Whether Roster has been set up: there has been an organization, and so an owner. */
export async function isSetUp(db: Reads): Promise<boolean> {
  return (await db.selectFrom('organization').select('id').limit(1).executeTakeFirst()) !== undefined
}
