import type { Fallback, Outcome, ReviewState } from '@roster/domain'
import type { ProjectLabel } from '../projects/label-of.ts'
import type { Meaning } from '../ui/meaning.ts'

type Words = { label: string; meaning: Meaning | 'neutral' | 'accent' }

export const STATES = {
  open: { label: 'Open', meaning: 'info' },
  closed: { label: 'Closed', meaning: 'success' },
  cancelled: { label: 'Called off', meaning: 'neutral' },
} as const satisfies Record<ReviewState, Words>

/** What became of an item, and what that means. */
export const OUTCOMES = {
  kept: { label: 'Kept', meaning: 'success', sentence: 'They keep what they have.' },
  changed: { label: 'Changed', meaning: 'info', sentence: 'They have the other role now.' },
  revoked: { label: 'Revoked', meaning: 'danger', sentence: 'The access has ended.' },
  moot: {
    label: 'Moot',
    meaning: 'neutral',
    sentence: 'The access had ended or changed by itself before anybody decided.',
  },
  refused: { label: 'Refused', meaning: 'warning', sentence: 'Nothing was changed.' },
} as const satisfies Record<Outcome, Words & { sentence: string }>

/** What happens at the deadline to what nobody decided about. */
export const FALLBACK_WORDS = {
  keep: { label: 'Keep it', sentence: 'Whoever was not looked at keeps what they have.' },
  revoke: {
    label: 'Revoke it',
    sentence:
      'Whoever was not looked at loses what they have, as far as your own rights at the deadline allow. A role at the organization is lost with the membership.',
  },
} as const satisfies Record<Fallback, { label: string; sentence: string }>

type Scoped = {
  scope: 'organization' | 'projects' | 'project'
  project: string | null
  inactiveDays?: number | null | undefined
}

/** What a review looks at, e.g. "Everybody’s role at Acme, of people inactive for 90 days". */
export function scopeText(
  { scope, project, inactiveDays }: Scoped,
  name: string,
  label: ProjectLabel,
): string {
  const what =
    scope === 'organization'
      ? `Everybody’s role at ${name}`
      : scope === 'projects'
        ? `Every role in all ${label.many}`
        : `Every role in ${project ?? `one ${label.one}`}`
  return inactiveDays ? `${what}, of people inactive for ${inactiveDays} days` : what
}
