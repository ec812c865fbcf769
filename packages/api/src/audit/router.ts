import { read, router } from '../transport/trpc.ts'
import { listAudit } from './list.ts'

export const auditRouter = router({
  list: read(listAudit),
})
