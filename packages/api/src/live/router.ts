import { router } from '../transport/trpc.ts'

export const liveRouter = router({})
