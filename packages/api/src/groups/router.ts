import { mutation, read, router } from '../transport/trpc.ts'
import { createGroup } from './create.ts'
import { getGroup } from './get.ts'
import { listGroups } from './list.ts'

export const groupsRouter = router({
  list: read(listGroups),
  get: read(getGroup),
  create: mutation(createGroup),
})
