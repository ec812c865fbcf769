import { Portal } from 'radix-ui'
import { Popper } from 'radix-ui/internal'
import { useEffect, useId, useMemo } from 'react'
import { containerOf } from './container.ts'

/** The tip beside its anchor, described by it while shown (unless it only repeats the anchor's name). */
export function TipBubble({ anchor, text }: { anchor: HTMLElement; text: string }) {
  const id = useId()
  const virtual = useMemo(() => ({ current: anchor }), [anchor])

  useEffect(() => {
    if (anchor.getAttribute('aria-label') === text) return
    const before = anchor.getAttribute('aria-describedby')
    anchor.setAttribute('aria-describedby', before ? `${before} ${id}` : id)
    return () => {
      if (before === null) anchor.removeAttribute('aria-describedby')
      else anchor.setAttribute('aria-describedby', before)
    }
  }, [anchor, text, id])

  return (
    <Popper.Root>
      <Popper.Anchor virtualRef={virtual} />
      {/* Nothing is pressed on it: what lies beneath stays within reach. `TipHost` still lets it be hovered. */}
      <Portal.Root container={containerOf(anchor)} className="pointer-events-none">
        <Popper.Content
          side="top"
          sideOffset={6}
          collisionPadding={8}
          id={id}
          role="tooltip"
          className="z-50 w-max max-w-72 animate-fade rounded-control bg-ink px-2 py-1 text-pretty text-page text-xs shadow-float"
        >
          {text}
        </Popper.Content>
      </Portal.Root>
    </Popper.Root>
  )
}
