import type { Instant, UserId } from '@roster/domain'
import type { Rendered } from '@roster/mail'
import type { Deps } from '../platform/call.ts'
import type { MessageKind } from '../platform/outbox.ts'
import type { Row } from '../platform/schema.ts'
import {
  composeAccountExists,
  composeEmailChange,
  composeEmailChanged,
  composePasswordChanged,
  composePasswordReset,
  composeVerifyEmail,
} from './account-letters.ts'
import { composeAssignmentEnding } from './assignment-letters.ts'
import { composeDomainProof } from './domain-letters.ts'
import { composeInvitationEnding } from './ending-letters.ts'
import { composeInvitation, composeWelcome } from './invitation-letters.ts'
import { composeKeyEnding } from './key-letters.ts'
import { composeRequestAnswered, composeRequestMade } from './request-letters.ts'
import { composeReviewAssigned } from './review-letters.ts'
import { composeWebhookDisabled } from './webhook-letters.ts'
import { unwantedBy } from './wishes.ts'

/** A letter and the one address it goes to. */
export interface Letter {
  readonly to: string
  /** The account it is for, where that is known and not only guessed by the address. */
  readonly account?: UserId | null
  readonly rendered: Rendered
}

/** Reads what a message is about as it is now, and writes the letter; null when there is no point in it any more. */
export type Compose = (deps: Deps, message: Row<'message'>, now: Instant) => Promise<Letter | null>

const COMPOSERS: Readonly<Record<MessageKind, Compose>> = {
  invitation: composeInvitation,
  welcome: composeWelcome,
  'verify-email': composeVerifyEmail,
  'password-reset': composePasswordReset,
  'password-changed': composePasswordChanged,
  'email-change': composeEmailChange,
  'email-changed': composeEmailChanged,
  'account-exists': composeAccountExists,
  'assignment-ending': composeAssignmentEnding,
  'key-ending': composeKeyEnding,
  'domain-proof': composeDomainProof,
  'invitation-ending': composeInvitationEnding,
  'request-made': composeRequestMade,
  'request-answered': composeRequestAnswered,
  'review-assigned': composeReviewAssigned,
  'webhook-disabled': composeWebhookDisabled,
}

/** A letter that its recipient does not want, and why. */
export interface Unwanted {
  readonly unwanted: string
}

/**
 * The letter for a message of the outbox, or null when it has become pointless: accepted, revoked, expired, used. A
 * letter that somebody has muted or switched off is not sent either.
 */
export async function compose(
  deps: Deps,
  message: Row<'message'>,
  now: Instant,
): Promise<Letter | Unwanted | null> {
  if (!isMessageKind(message.kind))
    throw new Error(`the outbox holds a message of an unknown kind: ${message.kind}`)
  const letter = await COMPOSERS[message.kind](deps, message, now)
  const unwanted = letter && (await unwantedBy(deps, letter, message, message.kind))
  return unwanted ? { unwanted } : letter
}

function isMessageKind(kind: string): kind is MessageKind {
  return Object.hasOwn(COMPOSERS, kind)
}
