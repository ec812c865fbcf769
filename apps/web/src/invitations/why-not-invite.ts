import { Refusal } from '@roster/domain'
import type { chosenExpiry } from './expiry-choice.ts'
import type { Draft } from './kept-draft.ts'
import { whyNotMessage } from './message-field.tsx'
import { whyNotPlaces } from './places.ts'
import type { ListedRole } from './types.ts'

type Asked = {
  draft: Pick<Draft, 'entries' | 'message' | 'sure' | 'reason' | 'places'>
  /** How many of the entries would be invited. */
  going: number
  role: Pick<ListedRole, 'name' | 'refusal' | 'elevated'> | undefined
  ends: ReturnType<typeof chosenExpiry>
  /** Whether the organization asks why powerful roles are given. */
  asksReason: boolean
  /** The day it is. */
  today: string
}

/** Why the invitations cannot go out yet, in the order in which one fills the form in; undefined when they can. */
export function whyNotInvite({ draft, going, role, ends, asksReason, today }: Asked): string | undefined {
  if (draft.entries.length === 0) return 'Add an email address or a username first.'
  if (going === 0) return 'None of these can be invited. Each entry says why.'
  if (!role) return 'Choose a role first.'
  if (role.refusal !== null) return role.refusal
  if (role.elevated && !draft.sure) return `Confirm first that you want to give the role ${role.name}.`
  if (asksReason && role.elevated && draft.reason.trim() === '') {
    return new Refusal('reason-required', { role: role.name }).message
  }
  if (ends instanceof Refusal) return ends.message
  return whyNotPlaces(draft.places, today) ?? whyNotMessage(draft.message)
}
