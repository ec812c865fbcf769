import { router } from '../transport/trpc.ts'

export const identityRouter = router({})
