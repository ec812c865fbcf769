import { Link } from '@tanstack/react-router'
import type { LinkTarget } from './link-target.ts'
import { count } from './number.ts'
import { showCurrent } from './show-current.ts'

export type Tab = {
  label: string
  link: LinkTarget
  /** A live number; left out while unknown. */
  count?: number | undefined
  current: boolean
}

/** Neighbouring lists as links, so that each has its address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav
      ref={showCurrent}
      aria-label={label}
      className="max-sm:fade-end relative overflow-x-auto overflow-y-hidden"
    >
      <ul className="flex gap-1 border-line border-b max-sm:w-max max-sm:min-w-full max-sm:pr-4">
        {tabs.map((tab) => (
          <li key={tab.label}>
            <Link
              {...tab.link}
              // The page says which is current: the address alone marks it only when it is the very same.
              activeOptions={{ exact: true }}
              aria-current={tab.current ? 'page' : undefined}
              className="relative flex h-9 items-center gap-1.5 whitespace-nowrap rounded-control px-2.5 text-ink-muted text-sm -outline-offset-2 after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 after:rounded-full hover:text-ink aria-[current=page]:font-medium aria-[current=page]:text-ink aria-[current=page]:after:bg-accent pointer-coarse:h-11"
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="rounded-full bg-pressed px-1.5 text-ink-muted text-xs leading-4.5 tabular-nums">
                  {count(tab.count)}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
