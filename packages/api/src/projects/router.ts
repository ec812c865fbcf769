import { mutation, read, router } from '../transport/trpc.ts'
import { archiveProject, restoreProject } from './archive.ts'
import { createProject } from './create.ts'
import { deleteProject, deletionPreview } from './deletion.ts'
import { getProject } from './get.ts'
import { projectGroups } from './groups.ts'
import { listProjects } from './list.ts'
import { projectMember } from './member.ts'
import { projectMembers } from './members.ts'
import { transferProject } from './transfer.ts'
import { updateProject } from './update.ts'

export const projectsRouter = router({
  list: read(listProjects),
  get: read(getProject),
  create: mutation(createProject),
  update: mutation(updateProject),
  archive: mutation(archiveProject),
  restore: mutation(restoreProject),
  deletionPreview: read(deletionPreview),
  delete: mutation(deleteProject),
  transfer: mutation(transferProject),
  members: read(projectMembers),
  member: read(projectMember),
  groups: read(projectGroups),
})
