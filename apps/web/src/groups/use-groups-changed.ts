import { trpc } from '../api/client.ts'

/** Reads again whatever a change to groups, or to who is in them, shows up in. */
export function useGroupsChanged(): () => Promise<void> {
  const utils = trpc.useUtils()
  return async () => {
    await Promise.all([
      utils.groups.invalidate(),
      utils.projects.invalidate(),
      utils.assignments.invalidate(),
      utils.members.invalidate(),
      utils.organizations.invalidate(),
      utils.audit.invalidate(),
      utils.identity.me.invalidate(),
    ])
  }
}
