import { Popover as Primitive } from 'radix-ui'
import type { ReactNode, RefObject } from 'react'
import { containerOf } from './container.ts'

type PopoverPanelProps = {
  anchor: RefObject<HTMLElement | null>
  label: string
  align: 'start' | 'center' | 'end'
  onClose: () => void
  /** Off for what only hovers: the focus stays where it is. */
  takesFocus: boolean
  onPointerEnter?: (() => void) | undefined
  onPointerLeave?: (() => void) | undefined
  children: ReactNode
}

/** The open half of `Popover` and `HoverCard`. */
export function PopoverPanel({
  anchor,
  label,
  align,
  onClose,
  takesFocus,
  children,
  ...pointer
}: PopoverPanelProps) {
  return (
    <Primitive.Root open onOpenChange={(open) => !open && onClose()}>
      <Primitive.Anchor virtualRef={anchor} />
      <Primitive.Portal container={containerOf(anchor.current)}>
        <Primitive.Content
          {...pointer}
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onOpenAutoFocus={(event) => !takesFocus && event.preventDefault()}
          onInteractOutside={(event) => {
            const { target } = event
            if (target instanceof Node && anchor.current?.contains(target)) event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            if (takesFocus) anchor.current?.focus()
          }}
          className="z-50 max-h-(--radix-popper-available-height) w-max max-w-[min(22rem,calc(100vw-1rem))] animate-fade overflow-y-auto rounded-card bg-raised p-3 shadow-float focus:outline-none"
        >
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
