import type { ReactNode } from 'react'

/** The content of a section that is one deed: what comes of it, and the button at the end of the line. */
export function SectionAction({ action, children }: { action: ReactNode; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
      <p className="min-w-0 max-w-prose flex-1 basis-64 text-ink-muted text-sm">{children}</p>
      {action}
    </div>
  )
}
