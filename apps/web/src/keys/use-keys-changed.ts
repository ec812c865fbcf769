import { trpc } from '../api/client.ts'

/** Reads again whatever shows keys. */
export function useKeysChanged(): () => Promise<void> {
  const utils = trpc.useUtils()
  return async () => {
    await Promise.all([
      utils.keys.invalidate(),
      utils.serviceAccounts.invalidate(),
      utils.roles.invalidate(),
      utils.audit.invalidate(),
    ])
  }
}
