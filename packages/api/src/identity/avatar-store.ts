import type { Instant, UserId } from '@roster/domain'
import type { Reads, Transaction } from '../platform/writer.ts'
import type { Picture } from './picture.ts'

/** The picture with this hash, as long as it is somebody's. */
export async function pictureWith(db: Reads, hash: string): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('avatar')
    .select('image')
    .where('hash', '=', hash)
    .limit(1)
    .executeTakeFirst()
  return row?.image ?? null
}

/** Keeps a picture of somebody in place of the one before, or takes it away. The lists are the caller's to refresh. */
export async function keepPicture(
  tx: Transaction,
  user: UserId,
  picture: Picture | null,
  now: Instant,
): Promise<void> {
  await tx.deleteFrom('avatar').where('user_id', '=', user).execute()
  if (picture)
    await tx
      .insertInto('avatar')
      .values({ user_id: user, ...picture, created_at: now })
      .execute()
  await tx
    .updateTable('user')
    .set({ avatar: picture?.hash ?? null })
    .where('id', '=', user)
    .execute()
}
