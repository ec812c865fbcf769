import { trpc } from '../api/client.ts'

/** Reads again what shows reviews and access, after one was started, decided about or ended. */
export function useReviewsChanged() {
  const utils = trpc.useUtils()
  return () => utils.invalidate()
}
