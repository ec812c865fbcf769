import { WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'

function subscribe(listener: () => void): () => void {
  const done = new AbortController()
  addEventListener('online', listener, { signal: done.signal })
  addEventListener('offline', listener, { signal: done.signal })
  return () => done.abort()
}

/** Says that there is no connection, while there is none. `unreachable`: the network is there, Roster is not. */
export function OfflineBanner({ unreachable = false }: { unreachable?: boolean | undefined }) {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  const away = !online || unreachable
  return (
    <div role="status">
      {away && (
        <p className="flex items-center justify-center gap-2 border-warning-line border-b bg-warning-tint px-4 py-2 text-sm text-warning-ink">
          <WifiOff aria-hidden className="size-4 shrink-0" />
          {online
            ? 'Roster does not answer. What you see may be old; nothing is saved until it does.'
            : 'You are offline. What you see may be old; nothing is saved until you are back.'}
        </p>
      )}
    </div>
  )
}
