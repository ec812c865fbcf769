import { bulk, mutation, open, openRead, read, router } from '../transport/trpc.ts'
import { acceptInvitation } from './accept.ts'
import { checkRecipients } from './check.ts'
import { copyInvitationLink } from './copy-link.ts'
import { declineInvitation } from './decline.ts'
import { editInvitation } from './edit.ts'
import { extendInvitation } from './extend.ts'
import { getInvitation } from './get.ts'
import { listInvitations } from './list.ts'
import { myInvitations } from './mine.ts'
import { invitationOpened } from './opened.ts'
import { removeInvitations } from './remove.ts'
import { resendInvitations } from './resend.ts'
import { revokeInvitations } from './revoke.ts'
import { sendInvitations } from './send.ts'
import { suggestUsernames } from './suggest.ts'
import { viewInvitation } from './view.ts'

export const invitationsRouter = router({
  check: read(checkRecipients),
  suggest: read(suggestUsernames),
  send: bulk(sendInvitations),
  list: read(listInvitations),
  get: read(getInvitation),
  resend: bulk(resendInvitations),
  revoke: bulk(revokeInvitations),
  extend: mutation(extendInvitation),
  edit: mutation(editInvitation),
  remove: bulk(removeInvitations),
  copyLink: mutation(copyInvitationLink),
  view: openRead(viewInvitation),
  opened: open(invitationOpened),
  accept: open(acceptInvitation),
  decline: open(declineInvitation),
  mine: openRead(myInvitations),
})
