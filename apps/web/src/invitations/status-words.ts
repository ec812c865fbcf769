import type { Meaning } from '../ui/meaning.ts'
import { counted } from '../ui/number.ts'
import type { Standing } from './standing.ts'
import type { Listed } from './types.ts'

type Words = { label: string; meaning: Meaning | 'neutral'; sentence: string }

const WORDS = {
  pending: {
    label: 'Being sent',
    meaning: 'neutral',
    sentence: 'The mail is on its way to the mail server.',
  },
  active: { label: 'Active', meaning: 'info', sentence: 'Sent, and waiting for an answer.' },
  undeliverable: {
    label: 'Undeliverable',
    meaning: 'danger',
    sentence: 'The mail could not be delivered. Copy the link, or send it again.',
  },
  expired: {
    label: 'Expired',
    meaning: 'warning',
    sentence: 'Nobody answered in time. Extend it, or send it again.',
  },
  accepted: { label: 'Accepted', meaning: 'success', sentence: 'The person has joined and is in Members.' },
  declined: { label: 'Declined', meaning: 'neutral', sentence: 'The person said no.' },
  revoked: { label: 'Revoked', meaning: 'neutral', sentence: 'It was taken back; its link is dead.' },
  superseded: { label: 'Replaced', meaning: 'neutral', sentence: 'A newer invitation took its place.' },
  deleted: { label: 'Deleted', meaning: 'neutral', sentence: 'It had expired and was taken off the list.' },
} as const satisfies Record<Listed['status'], Words>

/** A status in a word and in a sentence; one on its way says when the mail does not get on. */
export function statusWords(
  { status, delivery }: Pick<Listed, 'status' | 'delivery'>,
  mail: Standing['mail'],
): Words {
  if (status !== 'pending') return WORDS[status]
  if (mail === 'none') {
    return {
      label: 'Not mailed yet',
      meaning: 'warning',
      sentence: 'This server sends no mail yet. Copy the link; the mail goes out as soon as mail is set up.',
    }
  }
  if (delivery === null || delivery.attempts === 0) return WORDS.pending
  return {
    label: 'Being retried',
    meaning: 'warning',
    sentence: 'The mail server put it off. It is tried again by itself.',
  }
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
