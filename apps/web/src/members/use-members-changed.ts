import { trpc } from '../api/client.ts'

/** Reads again whatever a change to members shows up in. */
export function useMembersChanged(): () => Promise<void> {
  const utils = trpc.useUtils()
  return async () => {
    await Promise.all([
      utils.members.invalidate(),
      utils.organizations.invalidate(),
      utils.roles.invalidate(),
      utils.audit.invalidate(),
      utils.identity.me.invalidate(),
    ])
  }
}
