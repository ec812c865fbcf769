import { trpc } from '../api/client.ts'

/** Reads again whatever a change to the organization itself shows up in. */
export function useOrganizationChanged(): () => Promise<void> {
  const utils = trpc.useUtils()
  return async () => {
    await Promise.all([
      utils.organizations.invalidate(),
      utils.roles.invalidate(),
      utils.audit.invalidate(),
      utils.identity.me.invalidate(),
    ])
  }
}
