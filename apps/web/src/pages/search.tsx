import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { trpc } from '../api/client.ts'
import { CommandPalette } from '../frame/command-palette.tsx'
import type { PaletteEntry, PaletteGroup } from '../frame/palette-types.ts'
import { useMe } from '../identity/me.ts'
import { useAppearance } from '../theme/appearance.ts'
import { Avatar } from '../ui/avatar.tsx'
import type { LinkTarget } from '../ui/link-target.ts'
import type { MyOrganization } from './nav.ts'
import { actions, pagesOf, yours } from './palette-groups.ts'

const PEOPLE_SHOWN = 6

export type SearchProps = {
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

  const search = useCallback(
    async (text: string): Promise<readonly PaletteEntry[]> => {
      if (slug === undefined) return []
      const { items } = await utils.members.list.fetch({
        organization: slug,
        search: text,
        pageSize: PEOPLE_SHOWN,
      })
      return items.map(({ user, member, name, email, username, avatar }) => ({
        id: member,
        label: name,
        hint: email ?? username ?? undefined,
        leading: <Avatar id={user} name={name} photo={avatar} size="small" />,
        onSelect: () =>
          void navigate({
            to: '/$organization/members/$member',
            params: { organization: slug, member },
          }),
      }))
    },
    [utils, navigate, slug],
  )

  const go = (link: LinkTarget) => void navigate(link)
  const others: PaletteGroup = {
    heading: 'Organizations',
    entries: organizations
      .filter(({ id }) => id !== here?.id)
      .map(({ id, name, slug, role }) => ({
        id,
        label: name,
        hint: role.name,
        keywords: ['switch', slug],
        leading: <Avatar id={id} name={name} size="small" square />,
        onSelect: () => go({ to: '/$organization', params: { organization: slug } }),
      })),
  }
  const doing = { here, mayCreate, appearance, go, onAppearance: setAppearance, onSignOut }
  return (
    <CommandPalette
      open={open}
      onOpenChange={onOpenChange}
      groups={[
        ...(here ? [pagesOf(here, go)] : []),
        actions(doing),
        ...(others.entries.length > 0 ? [others] : []),
        yours(go),
      ]}
      search={slug === undefined ? undefined : search}
    />
  )
}
