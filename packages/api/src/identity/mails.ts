import type { Email, Instant, NewId, OneTimeLinkId, UserId } from '@roster/domain'
import type { OutboxMessage } from '../platform/outbox.ts'
import type { Transaction } from '../platform/writer.ts'
import { deviceName } from './device.ts'
import { issueLink } from './one-time-links.ts'

interface Writing {
  readonly tx: Transaction
  readonly newId: NewId
  readonly now: Instant
}

const HOUR = 60 * 60 * 1_000

/** Issues a link that proves an account's address, and the mail that carries it there. */
export async function verificationMail(context: Writing, user: UserId, email: Email): Promise<OutboxMessage> {
  const link = await issueLink(context.tx, context, { purpose: 'verify-email', user, email })
  return linkMail('verify-email', link)
}

/** Issues a link to choose a new password, and the mail that carries it to the account's address. */
export async function resetMail(context: Writing, user: UserId, email: Email): Promise<OutboxMessage> {
  const link = await issueLink(context.tx, context, { purpose: 'reset-password', user, email })
  return linkMail('password-reset', link)
}

/** Issues a link that moves an account to another address, and the mail that carries it to that one. */
export async function emailChangeMail(context: Writing, user: UserId, email: Email): Promise<OutboxMessage> {
  const link = await issueLink(context.tx, context, { purpose: 'change-email', user, email })
  return linkMail('email-change', link)
}

/** Tells the owner of an address that somebody tried to use it for another account; once an hour is enough. */
export function accountExistsMail(user: UserId, now: Instant): OutboxMessage {
  return {
    kind: 'account-exists',
    reference: user,
    event: `account-exists:${user}:${Math.floor(now / HOUR)}`,
  }
}

/** Tells the owner of an account that its password is another one, and where it was changed. */
export function passwordChangedMail(
  { newId, userAgent }: { readonly newId: NewId; readonly userAgent: string },
  user: UserId,
): OutboxMessage {
  const id = newId('msg')
  return {
    id,
    kind: 'password-changed',
    reference: user,
    event: `password-changed:${user}:${id}`,
    facts: { device: deviceName(userAgent) },
  }
}

/** Tells the address an account had until now that it has another one. */
export function emailChangedMail(user: UserId, link: OneTimeLinkId, oldAddress: Email): OutboxMessage {
  return {
    kind: 'email-changed',
    reference: user,
    event: `email-changed:${link}`,
    facts: { old_address: oldAddress },
  }
}

function linkMail(
  kind: 'verify-email' | 'password-reset' | 'email-change',
  link: OneTimeLinkId,
): OutboxMessage {
  return { kind, reference: link, event: `${kind}:${link}` }
}
