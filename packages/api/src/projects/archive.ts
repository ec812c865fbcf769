import { command, UNCHANGED } from '../platform/command.ts'
import { inProject } from '../platform/input.ts'

/**
 * Archives a project: it keeps its people, its roles and its history, but nothing in it changes until it is
 * restored, and who joins the organization does not get into it. Refuses with `project-archived`.
 */
export const archiveProject = command({
  permission: 'project.update',
  records: 'project.archived',
  input: inProject({}),
  async run({ tx, project, now }) {
    await tx.updateTable('project').set({ archived_at: now }).where('id', '=', project.id).execute()
    return {
      result: {},
      audit: { target: { kind: 'project', id: project.id }, facts: { project: project.id } },
    }
  },
})

/** Takes a project out of the archive; one that is active stays as it is. */
export const restoreProject = command({
  permission: 'project.update',
  records: 'project.restored',
  input: inProject({}),
  evenArchived: true,
  async run({ tx, project }) {
    if (project.archivedAt === null) return { result: {}, audit: UNCHANGED }
    await tx.updateTable('project').set({ archived_at: null }).where('id', '=', project.id).execute()
    return {
      result: {},
      audit: { target: { kind: 'project', id: project.id }, facts: { project: project.id } },
    }
  },
})
