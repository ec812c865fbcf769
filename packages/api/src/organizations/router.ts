import { mutation, open, read, router } from '../transport/trpc.ts'
import { createOrganization } from './create.ts'
import { deleteOrganization } from './delete.ts'
import { getOrganization } from './get.ts'
import { overview } from './overview.ts'
import { updateOrganization } from './update.ts'

export const organizationsRouter = router({
  create: open(createOrganization),
  get: read(getOrganization),
  overview: read(overview),
  update: mutation(updateOrganization),
  delete: mutation(deleteOrganization),
})
