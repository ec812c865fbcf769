import { Send, Trash2, Undo2 } from 'lucide-react'
import { BulkBar } from '../ui/bulk-bar.tsx'
import { Button } from '../ui/button.tsx'
import { count } from '../ui/number.ts'
import { type BulkAction, whichOf } from './may.ts'
import type { Standing } from './standing.ts'
import type { Listed } from './types.ts'

type InvitationsBulkBarProps = {
  rows: readonly Listed[]
  standing: Standing
  onClear: () => void
  onOpen: (dialog: BulkAction) => void
}

const ACTIONS = [
  { action: 'resend', label: 'Resend', icon: Send },
  { action: 'revoke', label: 'Revoke', icon: Undo2 },
  { action: 'delete', label: 'Delete', icon: Trash2 },
] as const

/** What can be done with everything that is ticked; the number says so where it is not all of it (D47). */
export function InvitationsBulkBar({ rows, standing, onClear, onOpen }: InvitationsBulkBarProps) {
  return (
    <BulkBar selected={rows.length} onClear={onClear}>
      {ACTIONS.map(({ action, label, icon }) => {
        const { able, whyNot } = whichOf(action, rows, standing)
        const some = able.length > 0 && able.length < rows.length
        return (
          <Button
            key={action}
            size="small"
            icon={icon}
            onClick={() => onOpen(action)}
            disabledReason={whyNot}
          >
            {some ? `${label} ${count(able.length)}` : label}
          </Button>
        )
      })}
    </BulkBar>
  )
}
