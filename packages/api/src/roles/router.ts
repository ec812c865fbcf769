import { read, router } from '../transport/trpc.ts'
import { listRoles } from './list.ts'

export const rolesRouter = router({
  list: read(listRoles),
})
