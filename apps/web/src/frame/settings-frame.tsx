import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { LinkTarget } from '../ui/link-target.ts'

export type SettingsEntry = {
  /** Where labels may be equal. */
  id?: string | undefined
  label: string
  link: LinkTarget
  exact?: boolean | undefined
}

type SettingsFrameProps = {
  /** Name of the inner navigation, e.g. "Settings of Acme". */
  label: string
  entries: readonly SettingsEntry[]
  /** What lies elsewhere and belongs to it, under a heading of its own. */
  more?: { heading: string; entries: readonly SettingsEntry[] } | undefined
  children: ReactNode
}

/** Settings: what there is at the left, one page of it at the right; on a phone the list lies over the page. */
export function SettingsFrame({ label, entries, more, children }: SettingsFrameProps) {
  return (
    <div className="grid gap-6 md:grid-cols-[11rem_minmax(0,1fr)] md:gap-10">
      <nav aria-label={label} className="max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:py-1">
        <div className="flex gap-0.5 md:sticky md:top-6 md:flex-col">
          <Entries entries={entries} />
          {more && more.entries.length > 0 && (
            <>
              <h2 className="px-2.5 text-ink-faint text-xs max-md:sr-only md:mt-4 md:mb-1">{more.heading}</h2>
              <Entries entries={more.entries} />
            </>
          )}
        </div>
      </nav>
      <div className="min-w-0 max-w-3xl">{children}</div>
    </div>
  )
}

function Entries({ entries }: { entries: readonly SettingsEntry[] }) {
  return (
    <ul className="flex gap-0.5 md:flex-col">
      {entries.map(({ id, label, link, exact }) => (
        <li key={id ?? label}>
          <Link
            {...link}
            activeOptions={{ exact: exact ?? false, includeSearch: false }}
            className="flex h-control items-center whitespace-nowrap rounded-control px-2.5 text-ink-muted text-sm hover:bg-hover hover:text-ink aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink"
          >
            <bdi className="truncate max-md:max-w-40">{label}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  )
}
