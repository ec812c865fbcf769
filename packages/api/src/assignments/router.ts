import { bulk, read, router } from '../transport/trpc.ts'
import { assign } from './assign.ts'
import { previewAssignments } from './preview.ts'

export const assignmentsRouter = router({
  preview: read(previewAssignments),
  // Not `apply`: tRPC keeps that word for itself.
  assign: bulk(assign),
})
