import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

type SheetProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Read aloud; not shown. */
  label: string
  children: ReactNode
}

/** A panel from the left edge: the navigation on a phone. Closes by Escape and by a press outside. */
export function Sheet({ open, onOpenChange, label, children }: SheetProps) {
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Primitive.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-40 flex w-[min(18rem,85vw)] animate-slide flex-col bg-surface shadow-float focus:outline-none"
        >
          <Primitive.Title className="sr-only">{label}</Primitive.Title>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
