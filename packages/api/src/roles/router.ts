import { mutation, read, router } from '../transport/trpc.ts'
import { previewRoleChange } from './change-preview.ts'
import { createRole } from './create.ts'
import { deleteRole } from './delete.ts'
import { getRole } from './get.ts'
import { roleHolders } from './holders.ts'
import { listRoles } from './list.ts'
import { updateRole } from './update.ts'

export const rolesRouter = router({
  list: read(listRoles),
  get: read(getRole),
  holders: read(roleHolders),
  changePreview: read(previewRoleChange),
  create: mutation(createRole),
  update: mutation(updateRole),
  delete: mutation(deleteRole),
})
