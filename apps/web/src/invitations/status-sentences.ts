import { counted } from '../ui/number.ts'
import type { Standing } from './standing.ts'
import { type ShownStatus, shownStatus } from './status-words.ts'
import type { Listed } from './types.ts'

const SENTENCES = {
  pending: 'The mail is on its way to the mail server.',
  'not-mailed': 'This server sends no mail yet. Copy the link; the mail goes out as soon as mail is set up.',
  retried: 'The mail server put it off. It is tried again by itself.',
  active: 'Sent, and waiting for an answer.',
  undeliverable: 'The mail could not be delivered. Copy the link, or send it again.',
  expired: 'Nobody answered in time. Extend it, or send it again.',
  accepted: 'The person has joined and is in Members.',
  declined: 'The person said no.',
  revoked: 'It was taken back; its link is dead.',
  superseded: 'A newer invitation took its place.',
  deleted: 'It had expired and was taken off the list.',
} as const satisfies Record<ShownStatus, string>

/** A status in a sentence that says what to do next, if anything. */
export function statusSentence(row: Pick<Listed, 'status' | 'delivery'>, mail: Standing['mail']): string {
  return SENTENCES[shownStatus(row, mail)]
}

/** What became of the mail, in a sentence (D44); the server's reply and the next try are told beside it. */
export function deliverySentence(delivery: Listed['delivery'], mail: Standing['mail']): string {
  if (!delivery) return 'There is no mail for it.'
  const tries = counted(delivery.attempts, 'try', 'tries')
  switch (delivery.state) {
    case 'queued':
      if (mail === 'none') return 'Waits until mail is set up on this server.'
      return delivery.attempts === 0 ? 'Queued for the mail server.' : `Queued again after ${tries}.`
    case 'handed-over':
      return 'Handed over to the mail server.'
    case 'failed':
      return `Failed after ${tries}.`
    case 'pointless':
      return 'Not mailed: it was answered or closed before.'
  }
}
