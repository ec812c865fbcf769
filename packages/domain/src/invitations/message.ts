import { freeText } from '../identity/name.ts'
import type { Refusal } from '../refusal.ts'

/** Code points that the sender's own words in an invitation may have. */
export const LONGEST_MESSAGE = 2_000

/** The sender's own words as they are kept, possibly none: `freeText`, or `invalid-input`. */
export function invitationMessage(text: string): string | Refusal {
  return freeText(text, LONGEST_MESSAGE, 'message')
}
