import { type InvitationAction, mayAct, Refusal } from '@roster/domain'
import type { Standing } from './standing.ts'
import type { Listed } from './types.ts'

type Target = Pick<Listed, 'status' | 'role' | 'expiresAt'>

/** Why the reader may not do this to an invitation, in the words of the rules; undefined when they may. */
export function whyNotAct(
  action: InvitationAction,
  { status, role, expiresAt }: Target,
  { permissions, roles }: Standing,
): string | undefined {
  if (!permissions.includes('invitations.manage')) {
    return new Refusal('not-permitted', { permission: 'invitations.manage' }).message
  }
  const possible = mayAct(action, status)
  if (possible instanceof Refusal) return possible.message
  // Nobody touches what gives more than they hold: the role's own refusal says so.
  const beyond = roles.find(({ id }) => id === role.id)?.refusal
  if (beyond) return beyond
  return action === 'extend' && expiresAt === null ? 'It never expires.' : undefined
}

const NONE_OF_THEM = {
  resend: 'None of these can be sent again: they are closed.',
  revoke: 'None of these is open any more. Expired ones are deleted.',
  delete: 'Only expired ones can be deleted. Revoke the others.',
} as const satisfies Partial<Record<InvitationAction, string>>

export type BulkAction = keyof typeof NONE_OF_THEM

/** Those of many that an action can be done to, or why to none of them (D47). */
export function whichOf<Row extends Target>(
  action: BulkAction,
  rows: readonly Row[],
  standing: Standing,
): { able: readonly Row[]; whyNot: string | undefined } {
  const able = rows.filter((row) => whyNotAct(action, row, standing) === undefined)
  if (able.length > 0) return { able, whyNot: undefined }
  const fitting = rows.find(({ status }) => mayAct(action, status) === true)
  return { able, whyNot: fitting ? whyNotAct(action, fitting, standing) : NONE_OF_THEM[action] }
}
