import { router } from '../transport/trpc.ts'

export const invitationsRouter = router({})
