import { lazy, Suspense } from 'react'
import { useHere } from '../organizations/here.ts'
import type { MembersDialog } from './search.ts'
import type { Member } from './types.ts'
import { useMembersSearch } from './use-members-search.ts'
import { useTarget } from './use-target.ts'

const PersonDialog = lazy(() =>
  import('./person-dialog.tsx').then((file) => ({ default: file.PersonDialog })),
)
const ChangeRoleDialog = lazy(() =>
  import('./change-role-dialog.tsx').then((file) => ({ default: file.ChangeRoleDialog })),
)
const AssignDialog = lazy(() =>
  import('../assignments/assign-dialog.tsx').then((file) => ({ default: file.AssignDialog })),
)
const RemoveDialog = lazy(() =>
  import('./remove-dialog.tsx').then((file) => ({ default: file.RemoveDialog })),
)
const EditDialog = lazy(() => import('./edit-dialog.tsx').then((file) => ({ default: file.EditDialog })))
const TransferDialog = lazy(() =>
  import('./transfer-dialog.tsx').then((file) => ({ default: file.TransferDialog })),
)
const ResetDialog = lazy(() => import('./reset-dialog.tsx').then((file) => ({ default: file.ResetDialog })))
const InviteDialog = lazy(() =>
  import('../invitations/invite-dialog.tsx').then((file) => ({ default: file.InviteDialog })),
)
const LeaveDialog = lazy(() => import('./leave-dialog.tsx').then((file) => ({ default: file.LeaveDialog })))

type MembersDialogsProps = {
  /** The rows of the page. */
  shown: readonly Member[]
  /** Who is ticked. */
  chosen: readonly Member[]
  /** These need not be ticked any longer. */
  onDone: (members: ReadonlySet<string>) => void
}

/** Whatever the address says is open over the list. Its code comes when it is opened. */
export function MembersDialogs({ shown, chosen, onDone }: MembersDialogsProps) {
  const { may } = useHere()
  const { search, set } = useMembersSearch()
  const { dialog, of, member } = search
  const target = useTarget(of, shown)
  const close = () => set({ dialog: undefined, of: undefined })
  const about = of ? (target ? [target] : []) : chosen

  return (
    <Suspense>
      {dialog && <OpenDialog dialog={dialog} about={about} onClose={close} onDone={onDone} />}
      {search.invite && may('invitations.send') && (
        <InviteDialog open onOpenChange={(open) => set({ invite: open || undefined })} />
      )}
      {member && !dialog && (
        <PersonDialog
          id={member}
          onClose={() => set({ member: undefined })}
          onOpen={(next) => set({ dialog: next, of: member })}
        />
      )}
    </Suspense>
  )
}

type OpenDialogProps = {
  dialog: MembersDialog
  about: readonly Member[]
  onClose: () => void
  onDone: MembersDialogsProps['onDone']
}

function OpenDialog({ dialog, about, onClose, onDone }: OpenDialogProps) {
  const [first] = about
  if (dialog === 'leave') return <LeaveDialog onClose={onClose} />
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
  if (dialog === 'edit') return <EditDialog member={first} onClose={onClose} />
  return <ResetDialog member={first} onClose={onClose} />
}
