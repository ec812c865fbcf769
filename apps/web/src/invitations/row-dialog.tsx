import { CloseDialog } from './close-dialog.tsx'
import { DetailsDialog } from './details-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { ExtendDialog } from './extend-dialog.tsx'
import { ResendDialog } from './resend-dialog.tsx'
import type { InvitationsDialog } from './search.ts'
import type { Standing } from './standing.ts'
import type { Listed } from './types.ts'

type RowDialogProps = {
  dialog: InvitationsDialog
  row: Listed
  mail: Standing['mail']
  onOpen: (dialog: InvitationsDialog) => void
  onClose: () => void
  onDone: (ids: ReadonlySet<string>) => void
  onCopyLink: () => void
}

/** Whatever is to be done with one invitation, where its list is part of another page. */
export function RowDialog({ dialog, row, mail, onOpen, onClose, onDone, onCopyLink }: RowDialogProps) {
  switch (dialog) {
    case 'details':
      return <DetailsDialog row={row} onClose={onClose} onOpen={onOpen} onCopyLink={onCopyLink} />
    case 'resend':
      return <ResendDialog rows={[row]} mail={mail} onClose={onClose} onDone={onDone} />
    case 'extend':
      return <ExtendDialog row={row} onClose={onClose} />
    case 'edit':
      return <EditDialog row={row} onClose={onClose} />
    case 'revoke':
    case 'delete':
      return <CloseDialog how={dialog} rows={[row]} onClose={onClose} onDone={onDone} />
  }
}
