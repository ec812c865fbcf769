import { trpc } from '../api/client.ts'

/** Reads again whatever a change to invitations shows up in. */
export function useInvitationsChanged(): () => Promise<void> {
  const utils = trpc.useUtils()
  return async () => {
    await Promise.all([
      utils.invitations.list.invalidate(),
      utils.organizations.invalidate(),
      utils.audit.invalidate(),
      utils.identity.me.invalidate(),
    ])
  }
}
