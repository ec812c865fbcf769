import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { LinkTarget } from '../ui/link-target.ts'

export type SettingsEntry = { label: string; link: LinkTarget; exact?: boolean | undefined }

type SettingsFrameProps = {
  /** Name of the inner navigation, e.g. "Settings of Acme". */
  label: string
  entries: readonly SettingsEntry[]
  children: ReactNode
}

/** Settings: what there is at the left, one page of it at the right; on a phone the list lies over the page. */
export function SettingsFrame({ label, entries, children }: SettingsFrameProps) {
  return (
    <div className="grid gap-6 md:grid-cols-[11rem_minmax(0,1fr)] md:gap-10">
      <nav aria-label={label} className="max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:py-1">
        <ul className="flex gap-0.5 md:sticky md:top-6 md:flex-col">
          {entries.map((entry) => (
            <li key={entry.label}>
              <Link
                {...entry.link}
                activeOptions={{ exact: entry.exact ?? false, includeSearch: false }}
                className="flex h-control items-center whitespace-nowrap rounded-control px-2.5 text-ink-muted text-sm hover:bg-hover hover:text-ink aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                {entry.label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="min-w-0 max-w-3xl">{children}</div>
    </div>
  )
}
