import { trpc } from '../api/client.ts'

/** Reads again whatever a change to roles shows up in: who may do what hangs together. */
export function useRolesChanged(): () => Promise<void> {
  const utils = trpc.useUtils()
  return () => utils.invalidate()
}
