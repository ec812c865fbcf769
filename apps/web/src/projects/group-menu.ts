import { Refusal } from '@roster/domain'
import { UserCog, Users } from 'lucide-react'
import type { MenuSection } from '../ui/menu-types.ts'
import { whyNotThere } from './project-menu.ts'
import type { ProjectDialog } from './search.ts'
import type { Project, ProjectGroup } from './types.ts'

/** What can be done about a group's role in the project; what cannot says why. */
export function groupMenu(
  { refusal }: ProjectGroup,
  project: Project,
  open: (dialog: ProjectDialog) => void,
): readonly MenuSection[] {
  const disabledReason =
    whyNotThere(project, 'project.members.manage') ??
    (project.archived ? new Refusal('project-archived').message : (refusal ?? undefined))
  return [
    {
      items: [
        { label: 'Change role', icon: UserCog, onSelect: () => open('group-role'), disabledReason },
        {
          label: `Remove from ${project.name}`,
          icon: Users,
          danger: true,
          onSelect: () => open('remove-group'),
          disabledReason,
        },
      ],
    },
  ]
}
