import { type FormEvent, lazy, type ReactNode, Suspense } from 'react'
import { useReturnFocus } from './return-focus.ts'

const DialogPanel = lazy(() =>
  import('./overlays/dialog-panel.tsx').then((file) => ({ default: file.DialogPanel })),
)

export type DialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  /** Buttons, the main one last. */
  footer?: ReactNode
  /** Given, the whole panel is a form, and a `type="submit"` button in the footer sends it. */
  onSubmit?: ((event: FormEvent<HTMLFormElement>) => void) | undefined
  size?: 'small' | 'normal' | 'wide' | undefined
  /** A press outside does not close it: for what has been typed, and for what cannot be taken back. */
  guarded?: boolean | undefined
  role?: 'dialog' | 'alertdialog' | undefined
  /** Has the focus first; otherwise the first control. */
  initialFocus?: { current: HTMLElement | null } | undefined
}

/** A window over the page: focus is kept inside and given back, Escape closes, long content scrolls within. */
export function Dialog(props: DialogProps) {
  const returnFocus = useReturnFocus(props.open)
  if (!props.open) return null
  return (
    <Suspense>
      <DialogPanel {...props} onClosed={returnFocus} />
    </Suspense>
  )
}
