import {
  Bell,
  BookOpen,
  Bot,
  Building2,
  CircleUser,
  Inbox,
  KeyRound,
  LogOut,
  Mail,
  Monitor,
  Moon,
  Plus,
  Sun,
  UserPlus,
  Webhook,
} from 'lucide-react'
import type { PaletteEntry, PaletteGroup } from '../frame/palette-types.ts'
import type { Appearance } from '../theme/appearance.ts'
import type { LinkTarget } from '../ui/link-target.ts'
import { type MyOrganization, organizationNav } from './nav.ts'

const APPEARANCES = [
  { value: 'light', label: 'Use the light appearance', icon: Sun },
  { value: 'dark', label: 'Use the dark appearance', icon: Moon },
  { value: 'system', label: 'Use the appearance of the system', icon: Monitor },
] as const

/** The pages of the organization one is in. */
export function pagesOf(
  here: MyOrganization & { name: string },
  go: (link: LinkTarget) => void,
): PaletteGroup {
  const entries = organizationNav(here).map(({ label, icon, link }) => ({
    id: `page ${label}`,
    label,
    icon,
    keywords: [here.name],
    onSelect: () => go(link),
  }))
  return { heading: here.name, entries: [...entries, ...programPages(here, go)] }
}

/** What settings have for programs: found by name, since nothing in the side bar leads there at once. */
function programPages(
  { slug, permissions }: MyOrganization,
  go: (link: LinkTarget) => void,
): readonly PaletteEntry[] {
  const params = { organization: slug }
  const may = (permission: string) => permissions.includes(permission)
  return [
    ...(may('keys.create') || may('keys.manage')
      ? [
          {
            id: 'page API keys',
            label: 'API keys',
            icon: KeyRound,
            keywords: ['token', 'program', 'settings'],
            onSelect: () => go({ to: '/$organization/settings/keys', params }),
          },
        ]
      : []),
    ...(may('members.read')
      ? [
          {
            id: 'page Service accounts',
            label: 'Service accounts',
            icon: Bot,
            keywords: ['program', 'bot', 'settings'],
            onSelect: () => go({ to: '/$organization/settings/service-accounts', params }),
          },
        ]
      : []),
    ...(may('webhooks.manage')
      ? [
          {
            id: 'page Webhooks',
            label: 'Webhooks',
            icon: Webhook,
            keywords: ['event', 'program', 'settings'],
            onSelect: () => go({ to: '/$organization/settings/webhooks', params }),
          },
        ]
      : []),
  ]
}

type Doing = {
  here: MyOrganization | undefined
  mayCreate: boolean
  appearance: Appearance
  go: (link: LinkTarget) => void
  onAppearance: (appearance: Appearance) => void
  onSignOut: () => void
}

/** What can be done from anywhere. */
export function actions({ here, mayCreate, appearance, go, onAppearance, onSignOut }: Doing): PaletteGroup {
  const invite = here?.permissions.includes('invitations.send') && {
    id: 'invite',
    label: 'Invite people',
    icon: UserPlus,
    onSelect: () =>
      go({
        // Who may invite but not see the members does it at home, which is open to everybody.
        to: here.permissions.includes('members.read') ? '/$organization/members' : '/$organization',
        params: { organization: here.slug },
        search: { invite: true },
      }),
  }
  const makeKey = here?.permissions.includes('keys.create') && {
    id: 'make-key',
    label: 'Create an API key',
    icon: KeyRound,
    keywords: ['token', 'program', 'service account'],
    onSelect: () =>
      go({
        to: '/$organization/settings/keys',
        params: { organization: here.slug },
        search: { create: true },
      }),
  }
  const create = mayCreate && {
    id: 'create',
    label: 'Create organization',
    icon: Plus,
    onSelect: () => go({ to: '/new' }),
  }
  const appearances = APPEARANCES.filter(({ value }) => value !== appearance).map(
    ({ value, label, icon }) => ({
      id: `appearance ${value}`,
      label,
      icon,
      keywords: ['theme', 'colour scheme'],
      onSelect: () => onAppearance(value),
    }),
  )
  const documentation = {
    id: 'documentation',
    label: 'Documentation',
    icon: BookOpen,
    keywords: ['docs', 'help', 'guides', 'reference'],
    onSelect: () => location.assign('/docs'),
  }
  const signOut = { id: 'sign-out', label: 'Sign out', icon: LogOut, onSelect: onSignOut }
  return {
    heading: 'Actions',
    entries: [
      ...(invite ? [invite] : []),
      ...(makeKey ? [makeKey] : []),
      ...(create ? [create] : []),
      ...appearances,
      documentation,
      signOut,
    ],
  }
}

/** The pages about oneself. */
export function yours(go: (link: LinkTarget) => void): PaletteGroup {
  const entries: readonly PaletteEntry[] = [
    { id: 'mine', label: 'My organizations', icon: Building2, onSelect: () => go({ to: '/' }) },
    { id: 'account', label: 'My account', icon: CircleUser, onSelect: () => go({ to: '/account' }) },
    {
      id: 'security',
      label: 'Password and sessions',
      icon: KeyRound,
      keywords: ['security'],
      onSelect: () => go({ to: '/account/security' }),
    },
    {
      id: 'invitations',
      label: 'Organization invitations',
      icon: Mail,
      onSelect: () => go({ to: '/account/invitations' }),
    },
    { id: 'requests', label: 'My requests', icon: Inbox, onSelect: () => go({ to: '/account/requests' }) },
    {
      id: 'notifications',
      label: 'Notifications',
      icon: Bell,
      keywords: ['mail', 'mute'],
      onSelect: () => go({ to: '/account/notifications' }),
    },
  ]
  return { heading: 'Yours', entries }
}
