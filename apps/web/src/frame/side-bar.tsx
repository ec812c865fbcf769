import { Link } from '@tanstack/react-router'
import { type LucideIcon, Search } from 'lucide-react'
import { Kbd } from '../ui/kbd.tsx'
import type { LinkTarget } from '../ui/link-target.ts'
import { count } from '../ui/number.ts'
import { OrganizationSwitcher, type OrganizationSwitcherProps } from './organization-switcher.tsx'
import { searchKeys } from './search-keys.ts'
import { UserMenu, type UserMenuProps } from './user-menu.tsx'

export type NavEntry = {
  label: string
  icon: LucideIcon
  link: LinkTarget
  /** A live number at the right; left out while unknown. */
  count?: number | undefined
  /** Marked only at this very address, not below it. */
  exact?: boolean | undefined
}

export type SideBarProps = OrganizationSwitcherProps &
  UserMenuProps & {
    nav: readonly NavEntry[]
    /** Opens the command palette. */
    onSearch: () => void
    onNavigate: () => void
  }

/** Where one is, where one can go, and who one is. */
export function SideBar({ nav, onSearch, onNavigate, ...rest }: SideBarProps) {
  return (
    <div className="flex h-full min-h-0 flex-col gap-3 p-3">
      <OrganizationSwitcher {...rest} onNavigate={onNavigate} />
      <nav aria-label="Main" className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1 py-1">
        <ul className="flex flex-col gap-0.5">
          {nav.map((entry) => (
            <li key={entry.label}>
              <NavLink {...entry} onNavigate={onNavigate} />
            </li>
          ))}
        </ul>
      </nav>
      <button
        type="button"
        onClick={() => {
          onNavigate()
          onSearch()
        }}
        aria-keyshortcuts="Meta+K Control+K"
        className="flex h-control items-center gap-2.5 rounded-control px-2 text-ink-muted text-sm hover:bg-hover hover:text-ink"
      >
        <Search aria-hidden className="size-4" />
        <span className="flex-1 text-left">Search</span>
        <span aria-hidden className="pointer-coarse:hidden">
          <Kbd>{searchKeys()}</Kbd>
        </span>
      </button>
      <UserMenu {...rest} onNavigate={onNavigate} />
    </div>
  )
}

function NavLink({
  label,
  icon: Icon,
  link,
  count: number,
  exact = false,
  onNavigate,
}: NavEntry & { onNavigate: () => void }) {
  return (
    <Link
      {...link}
      activeOptions={{ exact, includeSearch: false }}
      onClick={onNavigate}
      className="group flex h-control items-center gap-2.5 rounded-control px-2 text-ink-muted text-sm hover:bg-hover hover:text-ink aria-[current=page]:bg-pressed aria-[current=page]:font-medium aria-[current=page]:text-ink"
    >
      <Icon
        aria-hidden
        className="size-4 shrink-0 text-ink-faint group-aria-[current=page]:text-accent-ink"
      />
      <span className="min-w-0 flex-1 truncate">{label}</span>
      {number !== undefined && <span className="text-ink-faint text-xs tabular-nums">{count(number)}</span>}
    </Link>
  )
}
