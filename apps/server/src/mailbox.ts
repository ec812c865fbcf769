import type { KeptMail, Mailbox as MailboxPage, OutboxMailer } from '@roster/api'
import type { Instant } from '@roster/domain'

const MOST_KEPT = 500

/** Stands in for a mail server during development: keeps what would have been sent, in memory, for the mailbox page. */
export class Mailbox implements OutboxMailer, MailboxPage {
  readonly #kept: KeptMail[] = []
  readonly #clock: () => Instant

  constructor(clock: () => Instant) {
    this.#clock = clock
  }

  async send({
    to,
    messageId,
    rendered,
  }: Parameters<OutboxMailer['send']>[0]): ReturnType<OutboxMailer['send']> {
    this.#kept.unshift({ id: messageId, to, ...rendered, sentAt: this.#clock() })
    this.#kept.splice(MOST_KEPT)
    return { kind: 'handed-over', reply: 'kept in the mailbox' }
  }

  list(): readonly KeptMail[] {
    return this.#kept
  }
}
