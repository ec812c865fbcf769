import { useNavigate } from '@tanstack/react-router'
import {
  Building2,
  CircleUser,
  KeyRound,
  LogOut,
  Mail,
  Monitor,
  Moon,
  Plus,
  Sun,
  UserPlus,
} from 'lucide-react'
import { useCallback } from 'react'
import { trpc } from '../api/client.ts'
import { CommandPalette } from '../frame/command-palette.tsx'
import type { PaletteEntry, PaletteGroup } from '../frame/palette-types.ts'
import { useMe } from '../identity/me.ts'
import { useAppearance } from '../theme/appearance.ts'
import { Avatar } from '../ui/avatar.tsx'
import type { LinkTarget } from '../ui/link-target.ts'
import { type MyOrganization, organizationNav } from './nav.ts'

const PEOPLE_SHOWN = 6

const APPEARANCES = [
  { value: 'light', label: 'Use the light appearance', icon: Sun },
  { value: 'dark', label: 'Use the dark appearance', icon: Moon },
  { value: 'system', label: 'Use the appearance of the system', icon: Monitor },
] as const

type SearchProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The organization of the page, if it is of one. */
  here: (MyOrganization & { id: string; name: string }) | undefined
  mayCreate: boolean
  onSignOut: () => void
}

/** The command palette: everything one can go to or do, by typing, and the people of this organization. */
export function Search({ open, onOpenChange, here, mayCreate, onSignOut }: SearchProps) {
  const { organizations } = useMe()
  const [appearance, setAppearance] = useAppearance()
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const slug = here?.permissions.includes('members.read') ? here.slug : undefined

  const go = (link: LinkTarget) => () => void navigate(link)
  const search = useCallback(
    async (text: string): Promise<readonly PaletteEntry[]> => {
      if (slug === undefined) return []
      const { items } = await utils.members.list.fetch({
        organization: slug,
        search: text,
        pageSize: PEOPLE_SHOWN,
      })
      return items.map(({ user, member, name, email, username }) => ({
        id: member,
        label: name,
        hint: email ?? username ?? undefined,
        leading: <Avatar id={user} name={name} size="small" />,
        onSelect: () =>
          void navigate({
            to: '/$organization/members',
            params: { organization: slug },
            search: { member },
          }),
      }))
    },
    [utils, navigate, slug],
  )

  const pages: readonly PaletteEntry[] = here
    ? organizationNav(here).map(({ label, icon, link }) => ({
        id: `page ${label}`,
        label,
        icon,
        keywords: [here.name],
        onSelect: go(link),
      }))
    : []
  const groups: readonly PaletteGroup[] = [
    { heading: here?.name ?? 'Pages', entries: pages },
    {
      heading: 'Actions',
      entries: [
        ...(here?.permissions.includes('invitations.send')
          ? [
              {
                id: 'invite',
                label: 'Invite people',
                icon: UserPlus,
                onSelect: go({
                  to: '/$organization/members',
                  params: { organization: here.slug },
                  search: { invite: true },
                }),
              },
            ]
          : []),
        ...(mayCreate
          ? [{ id: 'create', label: 'Create organization', icon: Plus, onSelect: go({ to: '/new' }) }]
          : []),
        ...APPEARANCES.filter(({ value }) => value !== appearance).map(({ value, label, icon }) => ({
          id: `appearance ${value}`,
          label,
          icon,
          keywords: ['theme', 'colour scheme'],
          onSelect: () => setAppearance(value),
        })),
        { id: 'sign-out', label: 'Sign out', icon: LogOut, onSelect: onSignOut },
      ],
    },
    {
      heading: 'Organizations',
      entries: organizations
        .filter(({ id }) => id !== here?.id)
        .map(({ id, name, slug, role }) => ({
          id,
          label: name,
          hint: role.name,
          keywords: ['switch', slug],
          leading: <Avatar id={id} name={name} size="small" square />,
          onSelect: go({ to: '/$organization', params: { organization: slug } }),
        })),
    },
    {
      heading: 'Yours',
      entries: [
        { id: 'mine', label: 'My organizations', icon: Building2, onSelect: go({ to: '/' }) },
        { id: 'account', label: 'My account', icon: CircleUser, onSelect: go({ to: '/account' }) },
        {
          id: 'security',
          label: 'Password and sessions',
          icon: KeyRound,
          keywords: ['security'],
          onSelect: go({ to: '/account/security' }),
        },
        {
          id: 'invitations',
          label: 'Organization invitations',
          icon: Mail,
          onSelect: go({ to: '/account/invitations' }),
        },
      ],
    },
  ]
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      groups={groups.filter(({ entries }) => entries.length > 0)}
      search={slug === undefined ? undefined : search}
    />
  )
}
