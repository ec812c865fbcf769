import { trpc } from '../api/client.ts'

/** Reads again whatever a change to projects, or to who is in them, shows up in. */
export function useProjectsChanged(): () => Promise<void> {
  const utils = trpc.useUtils()
  return async () => {
    await Promise.all([
      utils.projects.invalidate(),
      utils.assignments.invalidate(),
      utils.groups.invalidate(),
      utils.members.invalidate(),
      utils.roles.invalidate(),
      utils.audit.invalidate(),
      utils.identity.me.invalidate(),
    ])
  }
}
