import { lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'

const PopoverPanel = lazy(() =>
  import('./overlays/popover-panel.tsx').then((file) => ({ default: file.PopoverPanel })),
)

type HoverCardProps = {
  /** Name of the card, e.g. "About Ada Lovelace". */
  label: string
  /** Made only when shown. */
  card: () => ReactNode
  /** What is hovered; something in it must be focusable, or the keyboard cannot have the card. */
  children: ReactNode
}

const OPEN = 400 // ms
const CLOSE = 200 // ms: long enough to travel from the trigger into the card

/** More about somebody, while the pointer or the keyboard's focus rests on them. Escape closes it. */
export function HoverCard({ label, card, children }: HoverCardProps) {
  const [open, setOpen] = useState(false)
  const anchor = useRef<HTMLSpanElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function soon(next: boolean, wait: number) {
    clearTimeout(timer.current)
    timer.current = setTimeout(setOpen, wait, next)
  }
  const leave = () => soon(false, CLOSE)

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its focusable content does
    <span
      ref={anchor}
      className="inline-flex min-w-0 max-w-full"
      onPointerEnter={({ pointerType }) => pointerType !== 'touch' && soon(true, OPEN)}
      onPointerLeave={leave}
      onFocus={({ target }) => target.matches(':focus-visible') && soon(true, OPEN)}
      onBlur={leave}
      onClick={({ target }) => target instanceof Node && anchor.current?.contains(target) && soon(false, 0)}
      onKeyDown={({ key }) => key === 'Escape' && soon(false, 0)}
    >
      {children}
      {open && (
        <Suspense>
          <PopoverPanel
            anchor={anchor}
            label={label}
            align="start"
            takesFocus={false}
            onClose={() => setOpen(false)}
            onPointerEnter={() => clearTimeout(timer.current)}
            onPointerLeave={leave}
          >
            {card()}
          </PopoverPanel>
        </Suspense>
      )}
    </span>
  )
}
