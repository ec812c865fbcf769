import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './icon-button.tsx'
import { count } from './number.ts'

type BulkBarProps = {
  /** How many are selected. */
  selected: number
  onClear: () => void
  /** Buttons: what can be done with all of them. */
  children: ReactNode
}

/** What can be done with what is ticked: over the table's head, on a phone at the bottom of the screen. */
export function BulkBar({ selected, onClear, children }: BulkBarProps) {
  return (
    <section
      aria-label="Selected"
      className="sticky top-0 z-20 max-lg:top-13 flex items-center gap-2 bg-sunken max-sm:fixed max-sm:inset-x-0 max-sm:top-auto max-sm:bottom-0 max-sm:flex-wrap max-sm:border-line max-sm:border-t max-sm:bg-raised max-sm:p-3 max-sm:pb-[max(0.75rem,env(safe-area-inset-bottom))] max-sm:shadow-float sm:-mb-10 sm:ml-11 sm:h-10 sm:border-line sm:border-b sm:pr-2"
    >
      <span className="mr-2 whitespace-nowrap font-medium text-sm tabular-nums max-sm:flex-1">
        {count(selected)} selected
      </span>
      <div className="flex min-w-0 flex-1 items-center gap-2 max-sm:order-3 max-sm:fade-end max-sm:basis-full max-sm:overflow-x-auto max-sm:pr-4">
        {children}
      </div>
      <IconButton icon={X} label="Clear selection" size="small" onClick={onClear} />
    </section>
  )
}
