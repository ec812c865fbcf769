import { open, openRead, router } from '../transport/trpc.ts'
import { askEmailChange } from './ask-email-change.ts'
import { askPasswordReset } from './ask-password-reset.ts'
import { removeAvatar } from './change-avatar.ts'
import { changePassword } from './change-password.ts'
import { confirmEmailChange } from './confirm-email-change.ts'
import { deleteAccount } from './delete-account.ts'
import { endOtherSessions } from './end-other-sessions.ts'
import { endSession } from './end-session.ts'
import { listSessions } from './list-sessions.ts'
import { me } from './me.ts'
import { resendVerification } from './resend-verification.ts'
import { resetPassword } from './reset-password.ts'
import { setUp } from './set-up.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { signUp } from './sign-up.ts'
import { status } from './status.ts'
import { updateProfile } from './update-profile.ts'
import { verifyEmail } from './verify-email.ts'

export const identityRouter = router({
  status: openRead(status),
  me: openRead(me),
  setUp: open(setUp),
  signIn: open(signIn),
  signOut: open(signOut),
  signUp: open(signUp),
  verifyEmail: open(verifyEmail),
  resendVerification: open(resendVerification),
  askPasswordReset: open(askPasswordReset),
  resetPassword: open(resetPassword),
  changePassword: open(changePassword),
  askEmailChange: open(askEmailChange),
  confirmEmailChange: open(confirmEmailChange),
  updateProfile: open(updateProfile),
  removeAvatar: open(removeAvatar),
  sessions: openRead(listSessions),
  endSession: open(endSession),
  endOtherSessions: open(endOtherSessions),
  deleteAccount: open(deleteAccount),
})
