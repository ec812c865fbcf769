import { getQueryKey } from '@trpc/react-query'
import { useEffect, useRef, useSyncExternalStore } from 'react'
import { queryClient, trpc } from './client.ts'

/**
 * The few changes that only some slices show. After any other everything on the page is read again: who may do what
 * hangs together, and reading what nobody shows costs nothing.
 */
const SHOWN_BY: Readonly<Record<string, readonly Shown[]>> = {
  invitations: [trpc.invitations, trpc.organizations, trpc.insights, trpc.audit, trpc.identity.me],
  identity: [trpc.identity, trpc.members, trpc.notifications],
}
type Shown = Parameters<typeof getQueryKey>[0]

/** Keeps the open page true: what others change is read again as soon as it is committed. */
export function LiveChanges({ organization }: { organization?: string | undefined }) {
  const visible = useVisible()
  trpc.live.changes.useSubscription(organization === undefined ? {} : { organization }, {
    // A browser keeps six connections to a host: a page nobody looks at gives its one back.
    enabled: visible,
    onData: ({ slice }) => {
      const shown = SHOWN_BY[slice]
      if (!shown) readAllAgain()
      for (const one of shown ?? []) void queryClient.invalidateQueries({ queryKey: getQueryKey(one) })
    },
    // The stream reconnects by itself; when it cannot, the next call says what is wrong.
    onError: () => void queryClient.invalidateQueries({ queryKey: getQueryKey(trpc.identity.me) }),
  })
  return null
}

/** One call may be told of as several changes. */
const TOGETHER_MS = 80
let waiting = false

function readAllAgain(): void {
  if (waiting) return
  waiting = true
  setTimeout(() => {
    waiting = false
    void queryClient.invalidateQueries()
  }, TOGETHER_MS)
}

/** Whether somebody can see the page; coming back to it reads again what it missed. */
function useVisible(): boolean {
  const visible = useSyncExternalStore(onVisibility, () => document.visibilityState === 'visible')
  const before = useRef(visible)
  useEffect(() => {
    if (visible && !before.current) void queryClient.invalidateQueries()
    before.current = visible
  }, [visible])
  return visible
}

function onVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}
