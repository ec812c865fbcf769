import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import { prefetch, queryClient, trpc } from '../api/client.ts'

/** After a session began on this page: goes on, knowing nothing of what was read before as somebody else. */
export function useArrival(): (path: string) => Promise<void> {
  const router = useRouter()
  return async (path) => {
    queryClient.removeQueries({ type: 'inactive' })
    queryClient.removeQueries({ queryKey: prefetch.identity.me.queryOptions({}).queryKey })
    // What this page still shows changes on the next one only, so that nothing flickers on leaving.
    await queryClient.invalidateQueries({ refetchType: 'none' })
    await router.navigate({ href: path })
  }
}

/** After one became somebody else on this page: what it shows is read again, the rest is forgotten. */
export async function readAsSomebodyElse(): Promise<void> {
  queryClient.removeQueries({ type: 'inactive' })
  await queryClient.invalidateQueries()
}

/** Leads on to `path` as soon as there is one; the page is not come back to by "back". */
export function useOnwards(path: string | null): void {
  const router = useRouter()
  useEffect(() => {
    if (path !== null) void router.navigate({ href: path, replace: true })
  }, [router, path])
}

/** Leads whoever is signed in already on to `path`, also when that happens meanwhile in another tab. */
export function useOnlyForVisitors(path: string): void {
  const me = trpc.identity.me.useQuery({}, { refetchOnMount: 'always' })
  // What was read before may be of a session that has just ended.
  useOnwards(me.isFetchedAfterMount && me.data ? path : null)
}
