import { bulk, read, router } from '../transport/trpc.ts'
import { listAudit } from './list.ts'
import { auditPeople } from './people.ts'
import { undoableOfCall } from './undo/of-change.ts'
import { undoPreview } from './undo/preview.ts'
import { undo } from './undo/undo.ts'
import { verifyAudit } from './verify.ts'

export const auditRouter = router({
  list: read(listAudit),
  verify: read(verifyAudit),
  people: read(auditPeople),
  undo: bulk(undo),
  undoPreview: read(undoPreview),
  undoableOfCall: read(undoableOfCall),
})
