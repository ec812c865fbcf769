/**
 * Everything the audit trail can say, as past participles. The word before the dot is the slice whose pages
 * show the change, so that open pages know what to read again.
 */
export const AUDIT_ACTIONS = [
  'instance.set-up',
  'identity.signed-up',
  'identity.signed-in',
  'identity.signed-out',
  'identity.email-verified',
  'identity.email-change-asked',
  'identity.email-changed',
  'identity.password-reset-asked',
  'identity.password-reset',
  'identity.password-changed',
  'identity.profile-changed',
  'identity.session-ended',
  'identity.account-deleted',
  'organization.created',
  'organization.updated',
  'organization.deleted',
  'member.joined',
  'member.updated',
  'member.role-changed',
  'member.removed',
  'member.left',
  'member.password-reset-sent',
  'member.ownership-transferred',
  'invitation.sent',
  'invitation.resent',
  'invitation.extended',
  'invitation.edited',
  'invitation.link-copied',
  'invitation.superseded',
  'invitation.revoked',
  'invitation.deleted',
  'invitation.opened',
  'invitation.accepted',
  'invitation.declined',
  'role.created',
  'role.updated',
  'role.deleted',
] as const

export type AuditAction = (typeof AUDIT_ACTIONS)[number]

/** Whether `text` names an action of the audit trail. */
export function isAuditAction(text: string): text is AuditAction {
  return AUDIT_ACTIONS.some((action) => action === text)
}
