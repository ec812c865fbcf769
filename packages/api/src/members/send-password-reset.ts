import { type Instant, isEmail, orThrow, Refusal, type UserId } from '@roster/domain'
import { issueLink } from '../identity/one-time-links.ts'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import type { Reads } from '../platform/writer.ts'
import { targetOf } from './target.ts'

/** At most one such mail to the same person in this time, whoever asks. */
const AGAIN_AFTER_MS = 5 * 60_000

/**
 * Mails a member, whoever they are, a link to choose a new password; the caller never sees it. Refuses with
 * `too-many-attempts` when such a mail has just been sent.
 */
export const sendPasswordReset = command({
  permission: 'members.reset-password',
  records: 'member.password-reset-sent',
  input: inOrganization({ member: IdOf('mem') }),
  async run({ tx, newId, organization, actor, now }, { member }) {
    const { user } = orThrow(await targetOf(tx, organization, member))
    const { email } = await tx
      .selectFrom('user')
      .select('email')
      .where('id', '=', user)
      .executeTakeFirstOrThrow()
    if (email === null || !isEmail(email)) throw new Refusal('not-found')
    await refuseTooSoon(tx, user, now)
    const link = await issueLink(
      tx,
      { newId, now },
      { purpose: 'reset-password', user, email, askedBy: actor.id, organization: organization.id },
    )
    return {
      result: {},
      audit: { target: { kind: 'user', id: user }, facts: { member } },
      outbox: [
        {
          kind: 'password-reset',
          reference: link,
          event: `password-reset:${link}`,
          facts: { asked_by: actor.id },
        },
      ],
    }
  },
})

async function refuseTooSoon(db: Reads, user: UserId, now: Instant): Promise<void> {
  const last = await db
    .selectFrom('one_time_link')
    .select('created_at')
    .where('user_id', '=', user)
    .where('purpose', '=', 'reset-password')
    .where('used_at', 'is', null)
    .where('asked_by', 'is not', null)
    .where('created_at', '>', now - AGAIN_AFTER_MS)
    .orderBy('created_at', 'desc')
    .executeTakeFirst()
  if (!last) return
  const seconds = Math.ceil((last.created_at + AGAIN_AFTER_MS - now) / 1_000)
  throw new Refusal('too-many-attempts', { seconds })
}
