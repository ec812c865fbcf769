import type { RequestState } from '@roster/domain'
import type { Meaning } from '../ui/meaning.ts'

/** What became of a request, in a word. */
export const STATES: Readonly<Record<RequestState, { label: string; meaning: Meaning | 'neutral' }>> = {
  pending: { label: 'Waiting', meaning: 'info' },
  approved: { label: 'Approved', meaning: 'success' },
  rejected: { label: 'Not approved', meaning: 'danger' },
  withdrawn: { label: 'Withdrawn', meaning: 'neutral' },
  void: { label: 'Closed', meaning: 'neutral' },
}
