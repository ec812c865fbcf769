import { mutation, read, router } from '../transport/trpc.ts'
import { createServiceAccount } from './create.ts'
import { findServiceAccount } from './find.ts'
import { getServiceAccount } from './get.ts'
import { listServiceAccounts } from './list.ts'
import { removeServiceAccount } from './remove.ts'
import { updateServiceAccount } from './update.ts'

export const serviceAccountsRouter = router({
  list: read(listServiceAccounts),
  get: read(getServiceAccount),
  find: read(findServiceAccount),
  create: mutation(createServiceAccount),
  update: mutation(updateServiceAccount),
  remove: mutation(removeServiceAccount),
})
