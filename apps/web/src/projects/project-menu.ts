import { type Permission, Refusal } from '@roster/domain'
import { Archive, ArchiveRestore, Settings, Trash2, Users } from 'lucide-react'
import type { MenuItem, MenuSection } from '../ui/menu-types.ts'
import type { ProjectLabel } from './label-of.ts'
import type { ListedProject } from './types.ts'

type Archiving = {
  archive: (project: ListedProject) => void
  restore: (project: ListedProject) => void
}

/** Why the reader may not do this in a project, in the words of the refusal; undefined when they may. */
export function whyNotThere(
  { permissions }: Pick<ListedProject, 'permissions'>,
  permission: Permission,
): string | undefined {
  return permissions.includes(permission) ? undefined : new Refusal('not-permitted', { permission }).message
}

/** What can be done with a project of the list. */
export function projectMenu(
  project: ListedProject,
  organization: string,
  { one }: ProjectLabel,
  { archive, restore }: Archiving,
): readonly MenuSection[] {
  const to = '/$organization/projects/$project'
  const params = { organization, project: project.id }
  const archiving: MenuItem = project.archived
    ? {
        label: 'Restore',
        icon: ArchiveRestore,
        onSelect: () => restore(project),
        disabledReason: whyNotThere(project, 'project.update'),
      }
    : {
        label: 'Archive',
        icon: Archive,
        onSelect: () => archive(project),
        disabledReason: whyNotThere(project, 'project.update'),
      }
  const mayDelete = project.permissions.includes('project.delete')
  return [
    {
      items: [
        { label: 'Members', icon: Users, link: { to, params } },
        { label: 'Settings', icon: Settings, link: { to, params, search: { tab: 'settings' } } },
      ],
    },
    {
      items: [
        archiving,
        {
          label: `Delete ${one}`,
          icon: Trash2,
          danger: true,
          // The page of its settings says what is lost.
          ...(mayDelete && { link: { to, params, search: { tab: 'settings' }, hash: 'delete' } }),
          disabledReason: whyNotThere(project, 'project.delete'),
        },
      ],
    },
  ]
}
