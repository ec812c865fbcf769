import { lazy, Suspense } from 'react'
import { useHere } from '../organizations/here.ts'
import type { Member } from './types.ts'
import { useMembersSearch } from './use-members-search.ts'
import { useTarget } from './use-target.ts'

const OpenDialog = lazy(() => import('./open-dialog.tsx').then((file) => ({ default: file.OpenDialog })))
const InviteDialog = lazy(() =>
  import('../invitations/invite-dialog.tsx').then((file) => ({ default: file.InviteDialog })),
)

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
  const { dialog, of } = search
  const target = useTarget(of, shown)

  return (
    <Suspense>
      {dialog && (
        <OpenDialog
          dialog={dialog}
          about={of ? (target ? [target] : []) : chosen}
          onClose={() => set({ dialog: undefined, of: undefined })}
          onDone={onDone}
          onInstead={(next) => set({ dialog: next, of: undefined })}
        />
      )}
      {search.invite && may('invitations.send') && (
        <InviteDialog open onOpenChange={(open) => set({ invite: open || undefined })} />
      )}
    </Suspense>
  )
}
