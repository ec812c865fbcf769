import { router } from '../transport/trpc.ts'

export const mailboxRouter = router({})
