import { openRead, router } from '../transport/trpc.ts'
import { getMailboxMail } from './get.ts'
import { listMailbox } from './list.ts'

export const mailboxRouter = router({
  list: openRead(listMailbox),
  get: openRead(getMailboxMail),
})
