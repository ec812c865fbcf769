import { router } from '../transport/trpc.ts'

export const membersRouter = router({})
