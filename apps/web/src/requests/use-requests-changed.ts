import { trpc } from '../api/client.ts'

/** Reads again what shows requests, after one was made, answered or withdrawn. */
export function useRequestsChanged() {
  const utils = trpc.useUtils()
  return () => Promise.all([utils.requests.invalidate(), utils.identity.me.invalidate()])
}
