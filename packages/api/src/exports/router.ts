import { mutation, router } from '../transport/trpc.ts'
import { prepareExport } from './prepare.ts'

export const exportsRouter = router({
  prepare: mutation(prepareExport),
})
