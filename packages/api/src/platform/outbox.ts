import type { Instant, MessageId, NewId, OrganizationId } from '@roster/domain'
import type { NewRow } from './schema.ts'
import type { Transaction } from './writer.ts'

/** Every mail Roster sends. The outbox keeps ids only; the worker reads the rest when it sends. */
export type MessageKind =
  | 'invitation'
  | 'welcome'
  | 'verify-email'
  | 'password-reset'
  | 'password-changed'
  | 'email-change'
  | 'email-changed'
  | 'account-exists'
  | 'assignment-ending'
  | 'domain-proof'
  | 'invitation-ending'
  | 'request-made'
  | 'request-answered'
  | 'review-assigned'
  | 'webhook-disabled'
  | 'key-ending'

/** A mail to be sent once the change it tells of is on disk. */
export interface OutboxMessage {
  /** Made by the command when it wants to point at the message; otherwise here. */
  readonly id?: MessageId
  readonly kind: MessageKind
  /** The invitation, one-time link or user it is about. */
  readonly reference: string
  /** Names the event; a second message for the same one is not written. */
  readonly event: string
  readonly facts?: Readonly<Record<string, string | number | null>>
}

const ROWS_PER_INSERT = 500

/** Writes messages beside the change; the worker hands them over after the commit. */
export async function enqueue(
  tx: Transaction,
  newId: NewId,
  now: Instant,
  organization: OrganizationId | null,
  messages: readonly OutboxMessage[],
): Promise<void> {
  const rows = messages.map(
    (message): NewRow<'message'> => ({
      id: message.id ?? newId('msg'),
      organization_id: organization,
      kind: message.kind,
      reference_id: message.reference,
      event: message.event,
      facts: JSON.stringify(message.facts ?? {}),
      state: 'queued',
      created_at: now,
      next_attempt_at: now,
      settled_at: null,
      outcome: null,
    }),
  )
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await tx
      .insertInto('message')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .onConflict((conflict) => conflict.column('event').doNothing())
      .execute()
  }
}
