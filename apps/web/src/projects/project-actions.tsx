import { Refusal } from '@roster/domain'
import { UserPlus } from 'lucide-react'
import { useHere } from '../organizations/here.ts'
import { AskButton } from '../requests/ask-button.tsx'
import { Button } from '../ui/button.tsx'
import { whyNotThere } from './project-menu.ts'
import type { Project } from './types.ts'
import { useProjectSearch } from './use-projects-search.ts'

/** The main button of a project's page: putting people into it, or asking to be. */
export function ProjectActions({ project }: { project: Project }) {
  const { organization } = useHere()
  const { set } = useProjectSearch()
  if (!project.permissions.includes('project.read')) {
    return project.visibility === 'requests' && <AskButton organization={organization} project={project} />
  }
  return (
    <Button
      variant="primary"
      icon={UserPlus}
      onClick={() => set({ dialog: 'add', of: undefined })}
      disabledReason={
        whyNotThere(project, 'project.members.manage') ??
        (project.archived ? new Refusal('project-archived').message : undefined)
      }
    >
      Add people or groups
    </Button>
  )
}
