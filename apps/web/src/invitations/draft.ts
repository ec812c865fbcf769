import { parseRecipients, type Recipient } from '@roster/domain'
import type { Chip } from '../ui/chip.ts'
import type { Verdict } from './types.ts'

/** Somebody who was typed or pasted into the field. */
export type Entry = {
  /** The same for the same recipient, however it was written. */
  key: string
  /** The address, `@username`, or what was typed where it is neither. */
  text: string
  recipient: Recipient
}

export type Verdicts = ReadonlyMap<string, Verdict>

/** What becomes of an entry when the invitations go out. */
export type Fate = 'invited' | 'again' | 'member' | 'refused'

/** The pieces of what was typed or pasted, by the rule that the server parts it by. */
export function splitRecipients(text: string): readonly string[] {
  return parseRecipients(text).map(({ given }) => given)
}

/** The list with these texts at its end; `doubles` were on it already. */
export function withTexts(
  entries: readonly Entry[],
  texts: readonly string[],
): { entries: readonly Entry[]; doubles: number } {
  const known = new Set(entries.map(({ key }) => key))
  const parsed = parseRecipients(texts.join('\n')).map(entryOf)
  const fresh = parsed.filter(({ key }) => !known.has(key))
  return { entries: [...entries, ...fresh], doubles: parsed.length - fresh.length }
}

/** What becomes of it, and why where that needs saying; without a verdict yet, what the rules alone say. */
export function fateOf(
  { recipient, text }: Entry,
  verdict: Verdict | undefined,
): { fate: Fate; why?: string } {
  if (recipient.kind === 'invalid') return { fate: 'refused', why: recipient.refusal.message }
  if (!verdict) return { fate: 'invited' }
  switch (verdict.state) {
    case 'ok':
      return verdict.doubt === null ? { fate: 'invited' } : { fate: 'invited', why: verdict.doubt }
    case 'member':
      return { fate: 'member', why: verdict.reason ?? 'Is a member already.' }
    case 'unknown':
      return { fate: 'refused', why: `Nobody here has the username ${text}. Invite them by email address.` }
    case 'invited':
      // With a reason: the same person stands in the list twice, once by address and once by username.
      return verdict.reason === null
        ? {
            fate: 'again',
            why: 'Has an open invitation. It will be re-sent with what you choose below, and keeps its projects and groups.',
          }
        : { fate: 'member', why: 'Is in this list already, written differently.' }
    default:
      return { fate: 'refused', why: verdict.reason ?? 'Cannot be invited.' }
  }
}

const CHIP_STATES = { invited: 'neutral', again: 'warning', member: 'muted', refused: 'invalid' } as const

/** The entry as a chip of the field. */
export function chipOf(entry: Entry, verdict: Verdict | undefined): Chip {
  const { fate, why } = fateOf(entry, verdict)
  const doubted = fate === 'invited' && why !== undefined
  return { id: entry.key, text: entry.text, state: doubted ? 'warning' : CHIP_STATES[fate], reason: why }
}

/** The entries by what becomes of them. */
export function sortByFate(
  entries: readonly Entry[],
  verdicts: Verdicts,
): Readonly<Record<Fate, readonly Entry[]>> {
  const sorted: Record<Fate, Entry[]> = { invited: [], again: [], member: [], refused: [] }
  for (const entry of entries) sorted[fateOf(entry, verdicts.get(entry.key)).fate].push(entry)
  return sorted
}

function entryOf(recipient: Recipient): Entry {
  switch (recipient.kind) {
    case 'email':
      return { key: `email ${recipient.email}`, text: recipient.email, recipient }
    case 'username':
      return { key: `username ${recipient.username}`, text: `@${recipient.username}`, recipient }
    case 'invalid':
      return { key: `invalid ${recipient.given}`, text: recipient.given, recipient }
  }
}
