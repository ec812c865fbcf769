import { lazy, Suspense, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { onNotice, waitingNotices } from './notify.ts'

// What is said in passing may be missed, when its code cannot be fetched; the page stays.
const Toasts = lazy(() =>
  import('./overlays/toasts.tsx').then(
    (file) => ({ default: file.Toasts }),
    () => ({ default: () => <></> }),
  ),
)

let ever = false

/** Where `notify` speaks; mounted by the frames. Its code comes with the first notice. */
export function Toaster() {
  const waiting = useSyncExternalStore(onNotice, waitingNotices)
  ever ||= waiting.length > 0
  if (!ever) return null
  // Beside the dialogs and not beneath them: "Undo" must be within reach while one is open.
  return createPortal(
    <Suspense>
      <Toasts waiting={waiting} />
    </Suspense>,
    document.body,
  )
}
