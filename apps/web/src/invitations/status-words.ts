import type { Meaning } from '../ui/meaning.ts'
import type { Standing } from './standing.ts'
import type { Listed } from './types.ts'

/** A status as people see it: one on its way says when the mail does not get on. */
export type ShownStatus = Listed['status'] | 'not-mailed' | 'retried'

type Words = { label: string; meaning: Meaning | 'neutral' }

const WORDS = {
  pending: { label: 'Being sent', meaning: 'neutral' },
  'not-mailed': { label: 'Not mailed yet', meaning: 'warning' },
  retried: { label: 'Being retried', meaning: 'warning' },
  active: { label: 'Active', meaning: 'info' },
  undeliverable: { label: 'Undeliverable', meaning: 'danger' },
  expired: { label: 'Expired', meaning: 'warning' },
  accepted: { label: 'Accepted', meaning: 'success' },
  declined: { label: 'Declined', meaning: 'neutral' },
  revoked: { label: 'Revoked', meaning: 'neutral' },
  superseded: { label: 'Replaced', meaning: 'neutral' },
  deleted: { label: 'Deleted', meaning: 'neutral' },
} as const satisfies Record<ShownStatus, Words>

type Delivered = Pick<Listed, 'status' | 'delivery'>

/** Which status to show. */
export function shownStatus({ status, delivery }: Delivered, mail: Standing['mail']): ShownStatus {
  if (status !== 'pending') return status
  if (mail === 'none') return 'not-mailed'
  return delivery === null || delivery.attempts === 0 ? 'pending' : 'retried'
}

/** A status in a word, with its colour. */
export function statusWords(row: Delivered, mail: Standing['mail']): Words {
  return WORDS[shownStatus(row, mail)]
}
