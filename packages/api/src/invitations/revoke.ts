import { revoke } from '@roster/domain'
import { closing } from './closing.ts'

/**
 * Takes invitations back, also expired ones; their links stop working at once (T25). Refuses each by itself with
 * `not-found`, `beyond-your-own`, `invitation-not-open`.
 */
export const revokeInvitations = closing('invitations.manage', 'invitation.revoked', revoke)
