export type { Mailer, MailerOptions, Outgoing, Sent, Verified } from './mailer.ts'
export { createMailer } from './mailer.ts'
export { type AccountExistsMail, accountExists } from './templates/account-exists.ts'
export { type AssignmentEndingMail, assignmentEnding } from './templates/assignment-ending.ts'
export { type DomainProofMail, domainProof } from './templates/domain-proof.ts'
export {
  type EmailChangedMail,
  type EmailChangeMail,
  emailChange,
  emailChanged,
} from './templates/email-change.ts'
export {
  type InvitationEdition,
  type InvitationMail,
  invitation,
  type OwnWords,
} from './templates/invitation.ts'
export { type InvitationEndingMail, invitationEnding } from './templates/invitation-ending.ts'
export { type KeyEndingMail, keyEnding } from './templates/key-ending.ts'
export type { Rendered } from './templates/letter.ts'
export {
  type PasswordChangedMail,
  type PasswordResetMail,
  passwordChanged,
  passwordReset,
  type ResetAskedBy,
} from './templates/password.ts'
export {
  type RequestAnsweredMail,
  type RequestMadeMail,
  requestAnswered,
  requestMade,
} from './templates/request.ts'
export { type ReviewAssignedMail, reviewAssigned } from './templates/review-assigned.ts'
export { type VerifyEmailMail, verifyEmail } from './templates/verify-email.ts'
export { type WebhookDisabledMail, webhookDisabled } from './templates/webhook-disabled.ts'
export { type WelcomeMail, welcome } from './templates/welcome.ts'
