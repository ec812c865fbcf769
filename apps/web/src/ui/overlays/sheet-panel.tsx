import { Dialog as Primitive } from 'radix-ui'
import type { SheetProps } from '../sheet.tsx'

type SheetPanelProps = Omit<SheetProps, 'open'> & { onClosed: (event: Event) => void }

/** The open half of `Sheet`. */
export function SheetPanel({ onOpenChange, onClosed, label, children }: SheetPanelProps) {
  return (
    <Primitive.Root open onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-fade bg-scrim" />
        <Primitive.Content
          aria-describedby={undefined}
          onCloseAutoFocus={onClosed}
          className="fixed inset-y-0 left-0 z-40 flex w-[min(18rem,85vw)] animate-slide flex-col bg-surface shadow-float focus:outline-none"
        >
          <Primitive.Title className="sr-only">{label}</Primitive.Title>
          {children}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
