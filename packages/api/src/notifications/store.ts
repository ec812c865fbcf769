import {
  type Instant,
  isNotificationKind,
  type NotificationKind,
  type OrganizationId,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import type { Reads, Transaction } from '../platform/writer.ts'

/** The kinds of mail that somebody has switched off. */
export async function switchedOff(db: Reads, user: UserId): Promise<ReadonlySet<NotificationKind>> {
  const rows = await db
    .selectFrom('notification_preference')
    .select('kind')
    .where('user_id', '=', user)
    .execute()
  return new Set(rows.map((row) => row.kind).filter(isNotificationKind))
}

/** Whether somebody has muted an organization. */
export async function isMuted(db: Reads, user: UserId, organization: OrganizationId): Promise<boolean> {
  const row = await db
    .selectFrom('mute')
    .select('since')
    .where('user_id', '=', user)
    .where('organization_id', '=', organization)
    .executeTakeFirst()
  return row !== undefined
}

/** An organization that somebody has to do with: as a member, invited, or having asked to join. */
export interface Acquainted {
  readonly id: OrganizationId
  readonly name: string
  readonly slug: string
}

/**
 * The organization named by id or short name, if it may be known to somebody: they are or were in it, were invited,
 * or asked to join. What nobody has proved to be their address tells of nothing.
 */
export async function acquainted(
  db: Reads,
  { id: user, email, verified }: { readonly id: UserId; readonly email: string; readonly verified: boolean },
  named: string,
): Promise<Acquainted | null> {
  const { rows } = await sql<Acquainted>`
    select o.id, o.name, o.slug from organization o
      where (o.id = ${named} or o.slug = ${named}) and o.until is null and (
        exists (select 1 from mute where user_id = ${user} and organization_id = o.id)
        or exists (select 1 from member m where m.user_id = ${user} and m.organization_id = o.id)
        or exists (select 1 from access_request r where r.user_id = ${user} and r.organization_id = o.id)
        or exists (select 1 from invitation i where i.user_id = ${user} and i.organization_id = o.id
                     and i.state <> 'deleted')
        or (${verified ? 1 : 0} and exists (select 1 from invitation i where i.email = ${email} and i.user_id is null
                     and i.organization_id = o.id and i.state <> 'deleted')))
      limit 1
  `.execute(db)
  return rows[0] ?? null
}

/** Stops or lets through the mail of an organization to somebody. */
export async function setMuted(
  tx: Transaction,
  {
    user,
    organization,
    muted,
    now,
  }: { user: UserId; organization: OrganizationId; muted: boolean; now: Instant },
): Promise<void> {
  if (muted) {
    await tx.insertInto('mute').values({ user_id: user, organization_id: organization, since: now }).execute()
  } else {
    await tx
      .deleteFrom('mute')
      .where('user_id', '=', user)
      .where('organization_id', '=', organization)
      .execute()
  }
}

/** Switches a kind of mail on or off for somebody. */
export async function setWanted(
  tx: Transaction,
  { user, kind, wanted, now }: { user: UserId; kind: NotificationKind; wanted: boolean; now: Instant },
): Promise<void> {
  if (wanted) {
    await tx
      .deleteFrom('notification_preference')
      .where('user_id', '=', user)
      .where('kind', '=', kind)
      .execute()
  } else {
    await tx.insertInto('notification_preference').values({ user_id: user, kind, since: now }).execute()
  }
}

/** Forgets what somebody said about mail, when their account goes. */
export async function eraseWishes(tx: Transaction, user: UserId): Promise<void> {
  await tx.deleteFrom('mute').where('user_id', '=', user).execute()
  await tx.deleteFrom('notification_preference').where('user_id', '=', user).execute()
}
