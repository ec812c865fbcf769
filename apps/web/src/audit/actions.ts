import { AUDIT_ACTIONS, type AuditAction } from '@roster/domain'

/** Every action in two or three words, for the filter and the head of an entry. */
export const ACTION_NAMES = {
  'instance.set-up': 'Roster set up',
  'identity.signed-up': 'Signed up',
  'identity.signed-in': 'Signed in',
  'identity.signed-out': 'Signed out',
  'identity.email-verified': 'Email address verified',
  'identity.email-change-asked': 'Email change asked for',
  'identity.email-changed': 'Email address changed',
  'identity.password-reset-asked': 'Password reset asked for',
  'identity.password-reset': 'Password reset',
  'identity.password-changed': 'Password changed',
  'identity.profile-changed': 'Profile changed',
  'identity.session-ended': 'Session ended',
  'identity.account-deleted': 'Account deleted',
  'organization.created': 'Organization created',
  'organization.updated': 'Organization changed',
  'organization.deleted': 'Organization deleted',
  'member.joined': 'Member joined',
  'member.updated': 'Member details changed',
  'member.role-changed': 'Member role changed',
  'member.removed': 'Member removed',
  'member.left': 'Member left',
  'member.password-reset-sent': 'Password reset sent',
  'member.ownership-transferred': 'Ownership transferred',
  'invitation.sent': 'Invitation sent',
  'invitation.resent': 'Invitation sent again',
  'invitation.extended': 'Invitation extended',
  'invitation.edited': 'Invitation changed',
  'invitation.link-copied': 'Invitation link copied',
  'invitation.superseded': 'Invitation replaced',
  'invitation.revoked': 'Invitation revoked',
  'invitation.deleted': 'Invitation deleted',
  'invitation.opened': 'Invitation opened',
  'invitation.accepted': 'Invitation accepted',
  'invitation.declined': 'Invitation declined',
  'role.created': 'Role created',
  'role.updated': 'Role changed',
  'role.deleted': 'Role deleted',
} as const satisfies Record<AuditAction, string>

/** Accounts and set-up are recorded in a trail of their own, which belongs to no organization. */
const ELSEWHERE = /^(instance|identity)\./

/** The actions that the trail of an organization can hold. */
export const ORGANIZATION_ACTIONS = AUDIT_ACTIONS.filter((action) => !ELSEWHERE.test(action))
