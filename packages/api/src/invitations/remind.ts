import {
  dueForReminder,
  type Instant,
  type InvitationId,
  type OrganizationId,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { changeAsSystem, type JobContext, job } from '../platform/job.ts'
import type { OutboxMessage } from '../platform/outbox.ts'
import type { MessageState } from '../platform/schema.ts'
import type { Reads, Transaction } from '../platform/writer.ts'
import { invitationMail } from './mail.ts'
import { deliveryOf } from './stored.ts'

const QUARTER = 15 * 60_000
/** Invitations of one transaction. */
const CHUNK = 50
/** Less than this is left: the rule's `expiresSoon`, as the database can walk it. */
const SOON = 48 * 3_600_000

interface Candidate {
  readonly id: InvitationId
  readonly organization: OrganizationId
  readonly generation: number
  readonly expires_at: Instant
  readonly sent_at: Instant
  readonly reminded_for: Instant | null
  readonly invited_by: UserId
  readonly delivery: MessageState | null
  /** Whether the invitee has muted the organization. */
  readonly muted: 0 | 1
}

/**
 * Reminds invitee and inviter once of an invitation that runs out within 48 hours (D43), where the organization
 * wants that. Somebody who has muted the organization gets nothing.
 */
export const remindInvitations = job({
  name: 'remind-invitations',
  everyMs: QUARTER,
  async run(context) {
    let reminded = 0
    let after: Pick<Candidate, 'expires_at' | 'id'> | null = null
    while (!context.stopping.aborted) {
      const found: readonly Candidate[] = await ending(context.deps.reader, context.now, after)
      const byOrganization = Map.groupBy(found, (one) => one.organization)
      for (const [organization, some] of byOrganization) reminded += await remind(context, organization, some)
      after = found.at(-1) ?? null
      if (found.length < CHUNK) break
    }
    return reminded
  },
})

/** The next ones that may be due, soonest end first. */
async function ending(
  db: Reads,
  now: Instant,
  after: Pick<Candidate, 'expires_at' | 'id'> | null,
): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select i.id, i.organization_id as organization, i.generation, i.expires_at, i.sent_at, i.reminded_for,
           i.invited_by, m.state as delivery, exists (
             select 1 from mute join user u on u.id = mute.user_id
               where mute.organization_id = i.organization_id
                 and (u.id = i.user_id or (i.user_id is null and u.email = i.email and u.email_verified_at is not null))
           ) as muted
      from invitation i indexed by invitation_ending
      join organization o on o.id = i.organization_id and o.until is null
        and ifnull(json_extract(o.policies, '$.reminders'), 1)
      left join message m on m.id = i.message_id
      where i.state = 'pending' and i.expires_at is not null
        and (i.expires_at, i.id) > (${after?.expires_at ?? now}, ${after?.id ?? '~'})
        and i.expires_at < ${now + SOON} and i.reminded_for is not i.expires_at
      order by i.expires_at, i.id limit ${CHUNK}
  `.execute(db)
  return rows
}

function remind(
  context: JobContext,
  organization: OrganizationId,
  candidates: readonly Candidate[],
): Promise<number> {
  const records = 'invitation.reminded'
  return changeAsSystem(context, { organization, records }, async ({ tx, now, newId }) => {
    const due = candidates.filter((one) =>
      dueForReminder(
        { state: 'pending', expiresAt: one.expires_at, sentAt: one.sent_at, remindedFor: one.reminded_for },
        deliveryOf(one.delivery),
        now,
      ),
    )
    const outbox: OutboxMessage[] = []
    const reminded: Candidate[] = []
    for (const invitation of due) {
      const mail = invitation.muted === 1 ? null : newId('msg')
      if (!(await note(tx, invitation, mail))) continue
      reminded.push(invitation)
      const { expires_at: end } = invitation
      if (mail) outbox.push(invitationMail(mail, invitation, 'reminder', `:reminder-${end}`))
      outbox.push({
        kind: 'invitation-ending',
        reference: invitation.id,
        event: `invitation-ending:${invitation.id}:${end}`,
      })
    }
    const [first, ...others] = reminded.map(({ id, expires_at }) => ({
      target: { kind: 'invitation', id } as const,
      facts: { expires_at },
    }))
    const people = reminded.map((one) => one.invited_by)
    return { result: reminded.length, audit: first ? [first, ...others] : 'unchanged', outbox, people }
  })
}

/** Notes of which end people were reminded; false when the invitation was answered or changed meanwhile. */
async function note(tx: Transaction, invitation: Candidate, mail: `msg_${string}` | null): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ reminded_for: invitation.expires_at, ...(mail && { message_id: mail }) })
    .where('id', '=', invitation.id)
    .where('organization_id', '=', invitation.organization)
    .where('state', '=', sql.lit('pending'))
    .where('generation', '=', invitation.generation)
    .where('expires_at', '=', invitation.expires_at)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}
