import { UserCog, UserMinus } from 'lucide-react'
import type { MenuSection } from '../ui/menu-types.ts'
import type { ProjectDialog } from './search.ts'
import type { Project, ProjectMember } from './types.ts'
import { whyNotChange, whyNotRemove } from './why-not-remove.ts'

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
          label: person.direct ? 'Change role' : 'Give a role of their own',
          icon: UserCog,
          onSelect: () => open('role'),
          disabledReason: whyNotChange(person, project),
        },
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
