import { mutation, read, router } from '../transport/trpc.ts'
import { createProject } from './create.ts'
import { getProject } from './get.ts'
import { listProjects } from './list.ts'

export const projectsRouter = router({
  list: read(listProjects),
  get: read(getProject),
  create: mutation(createProject),
})
