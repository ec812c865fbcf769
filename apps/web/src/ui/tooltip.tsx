import { Tooltip as Primitive } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'

type TooltipProps = {
  /** What is said; nothing is shown while it is empty. */
  content: ReactNode
  /** One focusable element that takes a ref and spreads its props. */
  children: ReactElement
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
}

/** A short explanation on hover and focus. Never the only place of a thing people need. */
export function Tooltip({ content, children, side = 'top', open, onOpenChange }: TooltipProps) {
  const silent = content === undefined || content === null || content === ''
  return (
    <Primitive.Provider delayDuration={350}>
      <Primitive.Root open={silent ? false : open} onOpenChange={onOpenChange}>
        <Primitive.Trigger asChild>{children}</Primitive.Trigger>
        <Primitive.Portal>
          <Primitive.Content
            side={side}
            sideOffset={6}
            collisionPadding={8}
            className="z-50 max-w-72 animate-fade rounded-control bg-ink px-2 py-1 text-page text-xs text-pretty shadow-float"
          >
            {content}
          </Primitive.Content>
        </Primitive.Portal>
      </Primitive.Root>
    </Primitive.Provider>
  )
}
