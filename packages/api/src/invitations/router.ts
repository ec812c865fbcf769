import { bulk, read, router } from '../transport/trpc.ts'
import { listInvitations } from './list.ts'
import { sendInvitations } from './send.ts'

export const invitationsRouter = router({
  list: read(listInvitations),
  send: bulk(sendInvitations),
})
