import { UserCog, UserMinus } from 'lucide-react'
import { BulkBar } from '../ui/bulk-bar.tsx'
import { Button } from '../ui/button.tsx'
import type { ProjectDialog } from './search.ts'

type MembersBulkBarProps = {
  selected: number
  onClear: () => void
  onOpen: (dialog: ProjectDialog) => void
}

/** What can be done with everybody who is ticked. */
export function MembersBulkBar({ selected, onClear, onOpen }: MembersBulkBarProps) {
  return (
    <BulkBar selected={selected} onClear={onClear}>
      <Button size="small" icon={UserCog} onClick={() => onOpen('role')}>
        Change role
      </Button>
      <Button size="small" icon={UserMinus} onClick={() => onOpen('remove')}>
        Remove
      </Button>
    </BulkBar>
  )
}
