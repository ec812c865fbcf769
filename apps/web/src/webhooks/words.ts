import { type EventFilter, type EventSubject, isEventType } from '@roster/domain'
import { ACTION_NAMES } from '../audit/actions.ts'
import type { Meaning } from '../ui/meaning.ts'
import { counted } from '../ui/number.ts'
import type { Attempt, Delivery, Webhook } from './types.ts'

type Words = { label: string; meaning: Meaning | 'neutral' }

/** What events are about, in the order of the list. */
export const SUBJECTS = {
  member: 'Members',
  invitation: 'Invitations',
  assignment: 'Access given and taken',
  role: 'Roles',
  project: 'Projects',
  group: 'Groups',
  request: 'Requests',
  review: 'Access reviews',
  organization: 'Organization',
  domain: 'Domains',
  template: 'Messages',
  onboarding: 'First steps',
  export: 'Exports',
  import: 'Imports',
  'service-account': 'Service accounts',
  key: 'API keys',
  webhook: 'Webhooks',
  audit: 'Audit trail',
  change: 'Undo',
} as const satisfies Record<EventSubject, string>

export const WEBHOOK_STATES = {
  on: { label: 'On', meaning: 'success' },
  failing: { label: 'Failing', meaning: 'warning' },
  off: { label: 'Off', meaning: 'neutral' },
} as const satisfies Record<Webhook['state'], Words>

export const DELIVERY_STATES = {
  pending: { label: 'Waiting', meaning: 'info' },
  delivered: { label: 'Delivered', meaning: 'success' },
  failed: { label: 'Failed', meaning: 'danger' },
} as const satisfies Record<Delivery['state'], Words>

/** In the middle of a sentence; abbreviations stay as they are. */
export const midway = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words

/** Which events a webhook gets, in a few words: "Every event", "Member joined, everything about roles and 3 more". */
export function eventsText(filters: readonly EventFilter[], most = 2): string {
  const names = filters.map(filterText).map((words, nth) => (nth === 0 ? words : midway(words)))
  if (names.length <= most) return listText(names)
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}

const listText = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

function filterText(filter: EventFilter): string {
  if (filter === '*') return 'Every event'
  if (isEventType(filter)) return ACTION_NAMES[filter]
  const subject = filter.slice(0, -2)
  return isKnown(subject) ? `Everything about ${midway(SUBJECTS[subject])}` : filter
}

function isKnown(subject: string): subject is EventSubject {
  return Object.hasOwn(SUBJECTS, subject)
}

/** Why it is off. */
export function offText(off: NonNullable<Webhook['off']>): string {
  if (off.reason === 'gone') return 'The receiver answered that it is gone for good (410 Gone).'
  if (off.reason === 'failing') return 'The receiver has taken nothing for three days.'
  return 'Somebody switched it off.'
}

/** What came of an attempt, in short: "204", "No answer". */
export function answerText({ status }: Pick<Attempt, 'status'>): string {
  return status === null ? 'No answer' : String(status)
}

/** What is known of a delivery in one line. */
export function outcomeText({ state, attempts, lastStatus, lastReason }: Delivery): string {
  if (attempts === 0) return lastReason ?? 'Not tried yet'
  const tried = counted(attempts, 'attempt', 'attempts')
  if (state === 'delivered') return `Answered ${lastStatus ?? ''} · ${tried}`
  return `${lastReason ?? `Answered ${lastStatus ?? ''}`} · ${tried}`.replace('. ·', ' ·')
}

/** JSON as people read it; anything else as it is. */
export function readable(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
