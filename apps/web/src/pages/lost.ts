import { trpc } from '../api/client.ts'
import { refusalOf } from '../api/refusal.ts'

/**
 * Whether an organization was one's own when its page was opened and is not now. An earlier short name still leads
 * to it; what never was one's own is simply not found.
 */
export function useIsLost(organization: string | undefined): boolean {
  const asked = trpc.organizations.get.useQuery(
    { organization: organization ?? '' },
    { enabled: organization !== undefined, staleTime: 0 },
  )
  const had = asked.data !== undefined
  return organization !== undefined && had && refusalOf(asked.error)?.code === 'not-found'
}
