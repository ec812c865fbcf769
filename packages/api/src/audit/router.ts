import { router } from '../transport/trpc.ts'

export const auditRouter = router({})
