import { remove } from '@roster/domain'
import { closing } from './closing.ts'

/**
 * Takes expired invitations off the list (D23); the audit trail keeps them. Refuses each by itself with `not-found`,
 * `beyond-your-own`, `invitation-not-open`.
 */
export const removeInvitations = closing('invitations.manage', 'invitation.deleted', remove)
