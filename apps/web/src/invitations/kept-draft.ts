import type { RoleId } from '@roster/domain'
import type { Entry } from './draft.ts'
import type { ExpiryChoice } from './expiry-choice.ts'
import type { PickedPlaces } from './places.ts'

/** What the invite dialog holds until it is sent. */
export type Draft = {
  entries: readonly Entry[]
  role: RoleId | undefined
  /** The powerful role was confirmed. */
  sure: boolean
  expiry: ExpiryChoice
  message: string
  welcome: boolean
  /** The mail carries the organization's own text. */
  template: boolean
  /** Why a powerful role is given, where the organization asks for a reason. */
  reason: string
  places: PickedPlaces
}

/** In memory only: a reload begins anew, and nothing of it outlives the page. */
const kept = new Map<string, Draft>()

/** What was left when the dialog was last closed; `owner` tells people and organizations apart. */
export function keptDraft(owner: string): Draft | undefined {
  return kept.get(owner)
}

/** Keeps the draft for the next time; null forgets it. */
export function keepDraft(owner: string, draft: Draft | null): void {
  if (draft && draft.entries.length > 0) kept.set(owner, draft)
  else kept.delete(owner)
}
