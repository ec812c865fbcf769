import { useNavigate } from '@tanstack/react-router'
import { FolderKanban, Network } from 'lucide-react'
import { useCallback } from 'react'
import { trpc } from '../api/client.ts'
import { CommandPalette } from '../frame/command-palette.tsx'
import type { PaletteGroup } from '../frame/palette-types.ts'
import { useMe } from '../identity/me.ts'
import { labelOf } from '../projects/label-of.ts'
import { useAppearance } from '../theme/appearance.ts'
import { Avatar } from '../ui/avatar.tsx'
import type { LinkTarget } from '../ui/link-target.ts'
import type { MyOrganization } from './nav.ts'
import { actions, pagesOf, yours } from './palette-groups.ts'

const PEOPLE_SHOWN = 6
const PLACES_SHOWN = 4

export type SearchProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** The organization of the page, if it is of one. */
  here: (MyOrganization & { id: string; name: string }) | undefined
  mayCreate: boolean
  onSignOut: () => void
}

/** The command palette: everything one can go to or do, by typing, and the people, projects and groups of this organization. */
export function Search({ open, onOpenChange, here, mayCreate, onSignOut }: SearchProps) {
  const { organizations } = useMe()
  const [appearance, setAppearance] = useAppearance()
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const slug = here?.slug
  const may = (permission: string) => here?.permissions.includes(permission) ?? false
  const [members, inProjects, inGroups] = [may('members.read'), may('projects.read'), may('groups.read')]
  const Many = here ? labelOf(here.projectLabel).Many : ''
  const search = useCallback(
    async (text: string): Promise<readonly PaletteGroup[]> => {
      if (slug === undefined) return []
      const asked = (pageSize: number) => ({ organization: slug, search: text, pageSize })
      const none = { items: [] }
      const [people, projects, groups] = await Promise.all([
        members ? utils.members.list.fetch(asked(PEOPLE_SHOWN)) : none,
        inProjects ? utils.projects.list.fetch(asked(PLACES_SHOWN)) : none,
        inGroups ? utils.groups.list.fetch(asked(PLACES_SHOWN)) : none,
      ])
      return [
        {
          heading: 'People',
          entries: people.items.map(({ user, member, name, email, username, avatar }) => ({
            id: member,
            label: name,
            hint: email ?? username ?? undefined,
            leading: <Avatar id={user} name={name} photo={avatar} size="small" />,
            onSelect: () =>
              void navigate({
                to: '/$organization/members/$member',
                params: { organization: slug, member },
              }),
          })),
        },
        {
          heading: Many,
          entries: projects.items.map(({ id, name, description }) => ({
            id,
            label: name,
            hint: description || undefined,
            icon: FolderKanban,
            onSelect: () =>
              void navigate({
                to: '/$organization/projects/$project',
                params: { organization: slug, project: id },
              }),
          })),
        },
        {
          heading: 'Groups',
          entries: groups.items.map(({ id, name, description }) => ({
            id,
            label: name,
            hint: description || undefined,
            icon: Network,
            onSelect: () =>
              void navigate({
                to: '/$organization/groups/$group',
                params: { organization: slug, group: id },
              }),
          })),
        },
      ]
    },
    [utils, navigate, slug, members, inProjects, inGroups, Many],
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
