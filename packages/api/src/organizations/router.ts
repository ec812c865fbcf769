import { router } from '../transport/trpc.ts'

export const organizationsRouter = router({})
