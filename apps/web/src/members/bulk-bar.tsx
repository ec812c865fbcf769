import { Refusal } from '@roster/domain'
import { FolderKanban, UserCog, UserMinus } from 'lucide-react'
import { useProjectLabel } from '../projects/label.ts'
import { BulkBar } from '../ui/bulk-bar.tsx'
import { Button } from '../ui/button.tsx'
import type { MembersDialog } from './search.ts'
import type { Standing } from './standing.ts'

/** The most that one call changes. */
const MOST = 1_000

type MembersBulkBarProps = {
  selected: number
  standing: Standing
  onClear: () => void
  onOpen: (dialog: MembersDialog) => void
}

/** What can be done with everyone who is ticked (D10); what cannot says why (D47). */
export function MembersBulkBar({ selected, standing, onClear, onOpen }: MembersBulkBarProps) {
  const { many } = useProjectLabel()
  const whyNot = (permission: 'members.update' | 'members.remove') => {
    if (!standing.permissions.includes(permission))
      return new Refusal('not-permitted', { permission }).message
    return selected > MOST ? new Refusal('too-large', { most: MOST }).message : undefined
  }
  return (
    <BulkBar selected={selected} onClear={onClear}>
      <Button size="small" icon={FolderKanban} onClick={() => onOpen('assign')}>
        Assign to {many}
      </Button>
      <Button
        size="small"
        icon={UserCog}
        onClick={() => onOpen('role')}
        disabledReason={whyNot('members.update')}
      >
        Change role
      </Button>
      <Button
        size="small"
        icon={UserMinus}
        onClick={() => onOpen('remove')}
        disabledReason={whyNot('members.remove')}
      >
        Remove
      </Button>
    </BulkBar>
  )
}
