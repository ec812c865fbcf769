import { trpc } from '../api/client.ts'

/** Reads again whatever shows service accounts and what they hold: everything, since roles and keys go with them. */
export function useAccountsChanged(): () => Promise<void> {
  const utils = trpc.useUtils()
  return () => utils.invalidate()
}
