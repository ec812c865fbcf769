import type { Instant } from '../ids.ts'
import { Refusal } from '../refusal.ts'
import type { AuditAction } from './actions.ts'

/** How long a change can be taken back. */
export const UNDO_DAYS = 30
const DAY = 86_400_000

/**
 * What taking an entry back gives again: a membership with everything that ended with it, a role at one scope, a
 * place in a group, an invitation, or the state of a project or group.
 */
export type UndoKind = 'membership' | 'role' | 'place' | 'invitation' | 'project' | 'group'

const KINDS: Partial<Record<AuditAction, UndoKind>> = {
  'member.removed': 'membership',
  'member.offboarded': 'membership',
  'member.role-changed': 'role',
  'member.ownership-transferred': 'role',
  'project.transferred': 'role',
  'assignment.given': 'role',
  'assignment.changed': 'role',
  'assignment.ended': 'role',
  'assignment.renewed': 'role',
  'group.member-added': 'place',
  'group.member-removed': 'place',
  'group.member-changed': 'place',
  'invitation.revoked': 'invitation',
  'project.archived': 'project',
  'project.restored': 'project',
  'project.deleted': 'project',
  'group.deleted': 'group',
}

/** What undoing an entry with this action gives again; null for what cannot be undone. */
export function undoKind(action: AuditAction): UndoKind | null {
  return KINDS[action] ?? null
}

/**
 * Whether an entry can be taken back at all, before today's rules are asked: `undo-not-possible` for an action that
 * has no way back, `undo-too-late` after thirty days.
 */
export function mayUndo(
  entry: { readonly action: AuditAction; readonly at: Instant },
  now: Instant,
): UndoKind | Refusal {
  const kind = undoKind(entry.action)
  if (!kind) return new Refusal('undo-not-possible', { reason: 'there is no way back from it' })
  return now - entry.at > UNDO_DAYS * DAY ? new Refusal('undo-too-late', { days: UNDO_DAYS }) : kind
}
