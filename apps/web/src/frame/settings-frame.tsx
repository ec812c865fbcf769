import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { cx } from '../ui/cx.ts'
import type { LinkTarget } from '../ui/link-target.ts'
import { showCurrent } from '../ui/show-current.ts'

export type SettingsEntry = {
  /** Where labels may be equal. */
  id?: string | undefined
  label: string
  link: LinkTarget
  exact?: boolean | undefined
}

export type SettingsGroup = {
  /** What its pages have in common; the first needs none. */
  heading?: string | undefined
  entries: readonly SettingsEntry[]
}

type SettingsFrameProps = {
  /** Name of the inner navigation, e.g. "Settings of Acme". */
  label: string
  groups: readonly SettingsGroup[]
  children: ReactNode
}

/** Settings: what there is at the left, one page of it at the right; on a phone the list lies over the page. */
export function SettingsFrame({ label, groups, children }: SettingsFrameProps) {
  return (
    <div className="grid gap-6 md:grid-cols-[11rem_minmax(0,1fr)] md:gap-10">
      <nav
        ref={showCurrent}
        aria-label={label}
        className="relative max-md:fade-end max-md:-mx-4 max-md:overflow-x-auto max-md:px-4 max-md:py-1"
      >
        <div className="flex gap-0.5 max-md:w-max max-md:pr-4 md:sticky md:top-6 md:flex-col">
          {groups.map(
            ({ heading, entries }, nth) =>
              entries.length > 0 && (
                <div key={heading ?? nth} className={cx(nth > 0 && 'md:mt-4')}>
                  {heading && (
                    <h2 className="px-2.5 text-ink-faint text-xs max-md:sr-only md:mb-1">{heading}</h2>
                  )}
                  <Entries entries={entries} />
                </div>
              ),
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
