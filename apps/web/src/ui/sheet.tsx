import { lazy, type ReactNode, Suspense } from 'react'
import { useReturnFocus } from './return-focus.ts'

const SheetPanel = lazy(() =>
  import('./overlays/sheet-panel.tsx').then((file) => ({ default: file.SheetPanel })),
)

export type SheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Read aloud; not shown. */
  label: string
  children: ReactNode
}

/** A panel from the left edge: the navigation on a phone. Closes by Escape and by a press outside. */
export function Sheet(props: SheetProps) {
  const returnFocus = useReturnFocus(props.open)
  if (!props.open) return null
  return (
    <Suspense>
      <SheetPanel {...props} onClosed={returnFocus} />
    </Suspense>
  )
}
