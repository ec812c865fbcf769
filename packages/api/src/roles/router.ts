import { router } from '../transport/trpc.ts'

export const rolesRouter = router({})
