import { lazy } from 'react'
import type { MembersDialog } from './search.ts'
import type { Member } from './types.ts'

const ChangeRoleDialog = lazy(() =>
  import('./change-role-dialog.tsx').then((file) => ({ default: file.ChangeRoleDialog })),
)
const AssignDialog = lazy(() =>
  import('../assignments/assign-dialog.tsx').then((file) => ({ default: file.AssignDialog })),
)
const OffboardDialog = lazy(() =>
  import('./offboard-dialog.tsx').then((file) => ({ default: file.OffboardDialog })),
)
const RemoveDialog = lazy(() =>
  import('./remove-dialog.tsx').then((file) => ({ default: file.RemoveDialog })),
)
const EditDialog = lazy(() => import('./edit-dialog.tsx').then((file) => ({ default: file.EditDialog })))
const TransferDialog = lazy(() =>
  import('./transfer-dialog.tsx').then((file) => ({ default: file.TransferDialog })),
)
const ResetDialog = lazy(() => import('./reset-dialog.tsx').then((file) => ({ default: file.ResetDialog })))
const LeaveDialog = lazy(() => import('./leave-dialog.tsx').then((file) => ({ default: file.LeaveDialog })))

type OpenDialogProps = {
  dialog: MembersDialog
  about: readonly Member[]
  onClose: () => void
  /** These need not be ticked any longer. */
  onDone: (members: ReadonlySet<string>) => void
  /** Another dialog takes the place of this one, about nobody in particular. */
  onInstead: (dialog: MembersDialog) => void
}

/** The dialog about members that the address says is open, over the list or over the page of one. */
export function OpenDialog({ dialog, about, onClose, onDone, onInstead }: OpenDialogProps) {
  const [first] = about
  if (dialog === 'leave') return <LeaveDialog onClose={onClose} onTransfer={() => onInstead('transfer')} />
  if (dialog === 'transfer') return <TransferDialog to={first} onClose={onClose} />
  // An address may ask for a dialog about nobody: somebody gone, or ticks that a reload took away.
  if (!first) return null
  if (dialog === 'role') return <ChangeRoleDialog members={about} onClose={onClose} onDone={onDone} />
  if (dialog === 'assign') {
    return (
      <AssignDialog
        subjects={about.map(({ member, name }) => ({ kind: 'member', id: member, name }))}
        onClose={onClose}
        onDone={() => onDone(new Set(about.map(({ member }) => member)))}
      />
    )
  }
  if (dialog === 'remove') return <RemoveDialog members={about} onClose={onClose} onDone={onDone} />
  if (dialog === 'offboard') return <OffboardDialog member={first} onClose={onClose} />
  if (dialog === 'edit') return <EditDialog member={first} onClose={onClose} />
  return <ResetDialog member={first} onClose={onClose} />
}
