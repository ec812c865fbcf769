import type { Instant } from '@roster/domain'
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
import { composeInvitation, composeWelcome } from './invitation-letters.ts'

/** A letter and the one address it goes to. */
export interface Letter {
  readonly to: string
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
}

/** The letter for a message of the outbox, or null when it has become pointless: accepted, revoked, expired, used. */
export const compose: Compose = (deps, message, now) => {
  if (!isMessageKind(message.kind))
    throw new Error(`the outbox holds a message of an unknown kind: ${message.kind}`)
  return COMPOSERS[message.kind](deps, message, now)
}

function isMessageKind(kind: string): kind is MessageKind {
  return Object.hasOwn(COMPOSERS, kind)
}
