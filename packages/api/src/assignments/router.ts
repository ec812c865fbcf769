import { bulk, mutation, read, router } from '../transport/trpc.ts'
import { assign } from './assign.ts'
import { effectivePermissionsOf } from './effective.ts'
import { listEndings } from './expiring.ts'
import { previewAssignments } from './preview.ts'
import { renewAssignment } from './renew.ts'

export const assignmentsRouter = router({
  preview: read(previewAssignments),
  // Not `apply`: tRPC keeps that word for itself.
  assign: bulk(assign),
  renew: mutation(renewAssignment),
  expiring: read(listEndings),
  effective: read(effectivePermissionsOf),
})
