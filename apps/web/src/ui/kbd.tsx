import type { ReactNode } from 'react'

/** A key, or keys pressed together. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="rounded-mark border border-line bg-sunken px-1.5 py-0.5 font-sans text-ink-faint text-xs">
      {children}
    </kbd>
  )
}
