import { cloneElement, lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { Trigger } from './overlay-trigger.ts'

const PopoverPanel = lazy(() =>
  import('./overlays/popover-panel.tsx').then((file) => ({ default: file.PopoverPanel })),
)

type PopoverProps = {
  /** Name of the panel for readers of the screen. */
  label: string
  trigger: Trigger
  /** The content, or a function of `close`. */
  children: ReactNode | ((close: () => void) => ReactNode)
  align?: 'start' | 'center' | 'end' | undefined
}

/** Something small beside its button: a filter, a path, a date. Escape and a press outside close it. */
export function Popover({ label, trigger, children, align = 'start' }: PopoverProps) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLButtonElement>(null)
  const close = () => setOpen(false)

  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        'data-state': open ? 'open' : 'closed',
        onClick: () => setOpen(!open),
      })}
      {open && (
        <Suspense>
          <PopoverPanel anchor={anchor} label={label} align={align} onClose={close} takesFocus>
            {typeof children === 'function' ? children(close) : children}
          </PopoverPanel>
        </Suspense>
      )}
    </>
  )
}
