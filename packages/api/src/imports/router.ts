import { mutation, read, router } from '../transport/trpc.ts'
import { cancelImport } from './cancel.ts'
import { checkImport } from './check.ts'
import { getImport } from './get.ts'
import { listImports } from './list.ts'
import { loadImport } from './load.ts'
import { openImport } from './open.ts'
import { importRows } from './rows.ts'
import { runImport } from './run.ts'

export const importsRouter = router({
  list: read(listImports),
  get: read(getImport),
  rows: read(importRows),
  check: read(checkImport),
  open: mutation(openImport),
  load: mutation(loadImport),
  run: mutation(runImport),
  cancel: mutation(cancelImport),
})
