import { BookOpen, Building2, ChevronsUpDown, CircleUser, LogOut, Monitor, Moon, Sun } from 'lucide-react'
import { setAppearance, useAppearance } from '../theme/appearance.ts'
import { Avatar } from '../ui/avatar.tsx'
import type { LinkTarget } from '../ui/link-target.ts'
import { Menu } from '../ui/menu.tsx'
import { Name } from '../ui/name.tsx'
import type { FramePerson } from './organization-switcher.tsx'

export type UserMenuProps = {
  user: FramePerson
  accountLink: LinkTarget
  organizationsLink: LinkTarget
  onSignOut: () => void
  onNavigate?: (() => void) | undefined
}

const APPEARANCES = [
  { value: 'system', label: 'Like the system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const

/** Who is signed in: account, organizations, colour scheme, sign out. */
export function UserMenu({ user, accountLink, organizationsLink, onSignOut, onNavigate }: UserMenuProps) {
  const [appearance] = useAppearance()
  return (
    <Menu
      label="Your account"
      align="start"
      side="top"
      matchWidth
      sections={[
        {
          items: [
            { label: 'My account', icon: CircleUser, link: accountLink, onSelect: onNavigate },
            { label: 'My organizations', icon: Building2, link: organizationsLink, onSelect: onNavigate },
          ],
        },
        {
          heading: 'Appearance',
          choice: {
            value: appearance,
            options: APPEARANCES,
            staysOpen: true,
            onChoose: (chosen) => {
              const known = APPEARANCES.find(({ value }) => value === chosen)
              if (known) setAppearance(known.value)
            },
          },
        },
        { items: [{ label: 'Documentation', icon: BookOpen, href: '/docs', onSelect: onNavigate }] },
        { items: [{ label: 'Sign out', icon: LogOut, onSelect: onSignOut }] },
      ]}
      trigger={
        <button
          type="button"
          className="flex w-full items-center gap-2.5 rounded-control px-2 py-1.5 text-left hover:bg-hover data-[state=open]:bg-hover"
        >
          <Avatar id={user.id} name={user.name} photo={user.photo} />
          <span className="sr-only">Your account, </span>
          <span className="min-w-0 flex-1 leading-tight">
            <span className="block font-medium text-sm">
              <Name>{user.name}</Name>
            </span>
            <span className="block truncate text-ink-faint text-xs">@{user.username}</span>
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
        </button>
      }
    />
  )
}
