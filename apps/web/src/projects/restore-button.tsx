import { Button } from '../ui/button.tsx'
import { useProjectLabel } from './label.ts'
import { whyNotThere } from './project-menu.ts'
import type { ListedProject } from './types.ts'
import { useArchiving } from './use-archiving.ts'

/** Takes the project out of the archive. */
export function RestoreButton({ project }: { project: ListedProject }) {
  const { restore, pending } = useArchiving()
  const { one } = useProjectLabel()
  return (
    <Button
      size="small"
      pending={pending}
      disabledReason={whyNotThere(project, 'project.update')}
      onClick={() => restore(project)}
    >
      Restore {one}
    </Button>
  )
}
