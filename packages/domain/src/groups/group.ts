import { plainName } from '../identity/name.ts'
import type { Refusal } from '../refusal.ts'

/** The canonical name of a group: see `plainName`. Whether it is taken, the store knows (`nameIdentity`). */
export function groupName(text: string): string | Refusal {
  return plainName(text)
}
