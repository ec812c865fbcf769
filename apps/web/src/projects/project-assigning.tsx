import { lazy, Suspense } from 'react'
import type { Project } from './types.ts'
import { useProjectSearch } from './use-projects-search.ts'

const AssignDialog = lazy(() =>
  import('../assignments/assign-dialog.tsx').then((file) => ({ default: file.AssignDialog })),
)

/** The dialog that gives people and groups a role in this project, while it is open. */
export function ProjectAssigning({ project }: { project: Project }) {
  const { search, set } = useProjectSearch()
  const { id, name, archived, permissions } = project
  if (search.dialog !== 'add' || archived || !permissions.includes('project.members.manage')) return null
  return (
    <Suspense>
      <AssignDialog
        projects={[{ id, name }]}
        title={`Add people or groups to ${name}`}
        onClose={() => set({ dialog: undefined })}
      />
    </Suspense>
  )
}
