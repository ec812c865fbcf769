import { lazy, Suspense } from 'react'
import { whichOf } from './may.ts'
import type { InvitationsDialog } from './search.ts'
import type { Standing } from './standing.ts'
import type { Listed } from './types.ts'
import { useInvitationsSearch } from './use-invitations-search.ts'
import { useTarget } from './use-target.ts'

const InviteDialog = lazy(() =>
  import('./invite-dialog.tsx').then((file) => ({ default: file.InviteDialog })),
)
const DetailsDialog = lazy(() =>
  import('./details-dialog.tsx').then((file) => ({ default: file.DetailsDialog })),
)
const ResendDialog = lazy(() =>
  import('./resend-dialog.tsx').then((file) => ({ default: file.ResendDialog })),
)
const ExtendDialog = lazy(() =>
  import('./extend-dialog.tsx').then((file) => ({ default: file.ExtendDialog })),
)
const EditDialog = lazy(() => import('./edit-dialog.tsx').then((file) => ({ default: file.EditDialog })))
const CloseDialog = lazy(() => import('./close-dialog.tsx').then((file) => ({ default: file.CloseDialog })))

type InvitationsDialogsProps = {
  /** The rows of the page. */
  shown: readonly Listed[]
  /** What is ticked. */
  chosen: readonly Listed[]
  standing: Standing
  /** These need not be ticked any longer. */
  onDone: (ids: ReadonlySet<string>) => void
  onCopyLink: (row: Listed) => void
}

/** Whatever the address says is open over the list. Its code comes when it is opened. */
export function InvitationsDialogs(props: InvitationsDialogsProps) {
  const { search, set } = useInvitationsSearch()
  const { dialog, of, invite } = search
  const target = useTarget(of, props.shown)
  return (
    <Suspense>
      {invite && <InviteDialog open onOpenChange={() => set({ invite: undefined })} />}
      {dialog && (
        <OpenDialog
          {...props}
          dialog={dialog}
          target={target}
          onClose={() => set({ dialog: undefined, of: undefined })}
          onOpen={(next) => set({ dialog: next })}
        />
      )}
    </Suspense>
  )
}

type OpenDialogProps = InvitationsDialogsProps & {
  dialog: InvitationsDialog
  target: Listed | undefined
  onClose: () => void
  onOpen: (dialog: InvitationsDialog) => void
}

function OpenDialog(props: OpenDialogProps) {
  const { dialog, target, chosen, standing, onClose, onDone, onOpen, onCopyLink } = props
  if (dialog === 'resend' || dialog === 'revoke' || dialog === 'delete') {
    const rows = target ? [target] : whichOf(dialog, chosen, standing).able
    // An address may ask for a dialog about nothing: one that is gone, or ticks that a reload took away.
    if (rows.length === 0) return null
    if (dialog === 'resend') {
      return <ResendDialog rows={rows} mail={standing.mail} onClose={onClose} onDone={onDone} />
    }
    return <CloseDialog how={dialog} rows={rows} onClose={onClose} onDone={onDone} />
  }
  if (!target) return null
  if (dialog === 'extend') return <ExtendDialog row={target} onClose={onClose} />
  if (dialog === 'edit') return <EditDialog row={target} onClose={onClose} />
  return (
    <DetailsDialog row={target} onClose={onClose} onOpen={onOpen} onCopyLink={() => onCopyLink(target)} />
  )
}
