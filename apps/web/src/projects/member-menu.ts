import { UserMinus } from 'lucide-react'
import type { MenuSection } from '../ui/menu-types.ts'
import type { ProjectDialog } from './search.ts'
import type { Project, ProjectMember } from './types.ts'
import { whyNotRemove } from './why-not-remove.ts'

/** What can be done about somebody in the project; what cannot says why. */
export function memberMenu(
  person: ProjectMember,
  project: Project,
  open: (dialog: ProjectDialog) => void,
): readonly MenuSection[] {
  return [
    {
      items: [
        {
          label: `Remove from ${project.name}`,
          icon: UserMinus,
          danger: true,
          onSelect: () => open('remove'),
          disabledReason: whyNotRemove(person, project),
        },
      ],
    },
  ]
}
