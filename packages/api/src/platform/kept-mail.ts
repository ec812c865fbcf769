import type { Instant } from '@roster/domain'

/** A mail that a development instance kept instead of sending it. */
export interface KeptMail {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly sentAt: Instant
}

/** The mailbox of a development instance. */
export interface Mailbox {
  /** Newest first. */
  list(): readonly KeptMail[]
}
