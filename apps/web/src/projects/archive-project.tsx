import { Button } from '../ui/button.tsx'
import { useProjectLabel } from './label.ts'
import { whyNotThere } from './project-menu.ts'
import type { Project } from './types.ts'
import { useArchiving } from './use-archiving.ts'

/** Archives the project; the notice that says so takes it back. */
export function ArchiveProject({ project }: { project: Project }) {
  const { one } = useProjectLabel()
  const { archive, pending } = useArchiving()
  return (
    <Button
      pending={pending}
      disabledReason={whyNotThere(project, 'project.update')}
      onClick={() => archive(project)}
    >
      Archive {one}
    </Button>
  )
}
