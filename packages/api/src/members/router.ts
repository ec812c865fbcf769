import { bulk, mutation, read, router } from '../transport/trpc.ts'
import { changeRoles } from './change-roles.ts'
import { endSessions } from './end-sessions.ts'
import { findMember } from './find.ts'
import { getMember } from './get.ts'
import { leave } from './leave.ts'
import { listMembers } from './list.ts'
import { offboardEvidence } from './offboard/evidence.ts'
import { offboard } from './offboard/offboard.ts'
import { offboardPreview } from './offboard/preview.ts'
import { removalPreview } from './removal-preview.ts'
import { removeMembers } from './remove.ts'
import { sendPasswordReset } from './send-password-reset.ts'
import { sessionsOfMember } from './sessions.ts'
import { transferOwnership } from './transfer-ownership.ts'
import { updateMember } from './update.ts'

export const membersRouter = router({
  list: read(listMembers),
  get: read(getMember),
  find: read(findMember),
  changeRoles: bulk(changeRoles),
  remove: bulk(removeMembers),
  removalPreview: read(removalPreview),
  offboard: bulk(offboard),
  offboardPreview: read(offboardPreview),
  offboardEvidence: read(offboardEvidence),
  leave: mutation(leave),
  transferOwnership: mutation(transferOwnership),
  update: mutation(updateMember),
  sendPasswordReset: mutation(sendPasswordReset),
  sessions: read(sessionsOfMember),
  endSessions: mutation(endSessions),
})
