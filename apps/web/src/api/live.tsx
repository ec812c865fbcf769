import { useEffect, useRef, useSyncExternalStore } from 'react'
import { prefetch, queryClient } from './client.ts'
import { listen } from './stream.ts'

/**
 * The few changes that only some slices show. After any other everything on the page is read again: who may do what
 * hangs together, and reading what nobody shows costs nothing.
 */
const SHOWN_BY: Readonly<Record<string, readonly Shown[]>> = {
  imports: [prefetch.imports, prefetch.audit],
  webhooks: [prefetch.webhooks, prefetch.audit],
  invitations: [
    prefetch.invitations,
    prefetch.organizations,
    prefetch.insights,
    prefetch.audit,
    prefetch.identity.me,
  ],
  identity: [prefetch.identity, prefetch.members, prefetch.notifications],
}
type Shown = { invalidate: () => Promise<void> }

/** Keeps the open page true: what others change is read again as soon as it is committed. */
export function LiveChanges({ organization }: { organization?: string | undefined }) {
  const visible = useVisible()
  useEffect(() => {
    // A browser keeps six connections to a host: a page nobody looks at gives its one back.
    if (!visible) return
    return listen('live.changes', organization === undefined ? {} : { organization }, { onData, onLost })
  }, [organization, visible])
  return null
}

function onData(change: unknown): void {
  const shown = isChange(change) ? SHOWN_BY[change.slice] : undefined
  if (!shown) readAllAgain()
  for (const one of shown ?? []) void one.invalidate()
}

function isChange(data: unknown): data is { slice: string } {
  return typeof data === 'object' && data !== null && 'slice' in data && typeof data.slice === 'string'
}

/** The stream reconnects by itself; when it cannot, the next call says what is wrong. */
const onLost = () => void prefetch.identity.me.invalidate()

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
