import type { Instant, UserId } from '@roster/domain'
import { eraseFromImports } from '../imports/store.ts'
import { pastChanged } from '../members/past.ts'
import { eraseWishes } from '../notifications/store.ts'
import type { Transaction } from '../platform/writer.ts'
import { eraseRequests } from '../requests/store.ts'
import { eraseReviewNotes } from '../reviews/store.ts'
import { keepPicture } from './avatar-store.ts'
import { revokeSessions } from './sessions.ts'

/** Erases what is known of a person. The row stays, so that history can still say that it was the same somebody. */
export async function eraseAccount(tx: Transaction, user: UserId, now: Instant): Promise<void> {
  await revokeSessions(tx, { user })
  await eraseFromInvitations(tx, user)
  await eraseRequests(tx, user, now)
  await eraseReviewNotes(tx, user)
  await eraseFromImports(tx, user)
  await eraseWishes(tx, user)
  await keepPicture(tx, user, null, now)
  await tx
    .updateTable('user')
    .set({
      email: null,
      username: null,
      name: '',
      password_hash: null,
      email_verified_at: null,
      discoverable: 0,
      last_active_at: null,
      deleted_at: now,
    })
    .where('id', '=', user)
    .execute()
  await tx
    .updateTable('member')
    .set({ display_name: null, title: null })
    .where('user_id', '=', user)
    .execute()
  await pastChanged(tx, user)
  await tx.deleteFrom('one_time_link').where('user_id', '=', user).execute()
  // Mail about the account: what waits would have nobody to go to, and an old address may be among the facts.
  await tx
    .updateTable('message')
    .set({ facts: '{}', outcome: null })
    .where('reference_id', '=', user)
    .execute()
}

/**
 * Closed invitations to the person name the account from now on, no longer an address or what was written to them.
 * Open ones stay as they are: they belong to whoever has the mailbox.
 */
async function eraseFromInvitations(tx: Transaction, user: UserId): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ user_id: user, email: '', message: null })
    .where('state', '<>', 'pending')
    .where('id', 'in', (query) =>
      query
        .selectFrom('user as u')
        .innerJoin('invitation as i', 'i.email', 'u.email')
        .select('i.id')
        .where('u.id', '=', user)
        .union(
          query
            .selectFrom('member as m')
            .innerJoin('invitation as i', (join) =>
              join.onRef('i.organization_id', '=', 'm.organization_id').onRef('i.member_id', '=', 'm.id'),
            )
            .select('i.id')
            .where('m.user_id', '=', user),
        )
        .union(query.selectFrom('invitation').select('id').where('user_id', '=', user)),
    )
    .execute()
  // Mail servers like to repeat the address in their replies.
  await tx
    .updateTable('message')
    .set({ outcome: null })
    .where('reference_id', 'in', (query) =>
      query.selectFrom('invitation').select('id').where('user_id', '=', user).where('state', '<>', 'pending'),
    )
    .execute()
}
