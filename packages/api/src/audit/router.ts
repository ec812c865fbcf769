import { read, router } from '../transport/trpc.ts'
import { listAudit } from './list.ts'
import { auditPeople } from './people.ts'
import { verifyAudit } from './verify.ts'

export const auditRouter = router({
  list: read(listAudit),
  verify: read(verifyAudit),
  people: read(auditPeople),
})
