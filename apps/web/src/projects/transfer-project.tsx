import { useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useProjectLabel } from './label.ts'
import { whyNotThere } from './project-menu.ts'
import { TransferDialog } from './transfer-dialog.tsx'
import type { Project } from './types.ts'

/** Opens the dialog that makes somebody else the owner. */
export function TransferProject({ project }: { project: Project }) {
  const { one } = useProjectLabel()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button disabledReason={whyNotThere(project, 'project.transfer')} onClick={() => setAsking(true)}>
        Transfer {one}
      </Button>
      {asking && <TransferDialog project={project} onClose={() => setAsking(false)} />}
    </>
  )
}
