import { type ReactNode, useState } from 'react'
import { EditKeyDialog } from './edit-dialog.tsx'
import { type KeyDialog, KeyRow } from './key-row.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { RotateDialog } from './rotate-dialog.tsx'
import type { ListedKey } from './types.ts'

type KeyListProps = {
  keys: readonly ListedKey[]
  hideOwner?: boolean | undefined
  /** Stands instead of rows when there are none. */
  empty: ReactNode
}

const DIALOGS = { edit: EditKeyDialog, rotate: RotateDialog, revoke: RevokeDialog }

/** Keys one below the other, and what is done with one of them. */
export function KeyList({ keys, hideOwner = false, empty }: KeyListProps) {
  // The key as it was: a secret that is shown must not go away when the list is read again.
  const [open, setOpen] = useState<{ dialog: KeyDialog; apiKey: ListedKey }>()
  const Dialog = open && DIALOGS[open.dialog]
  return (
    <>
      {keys.length === 0 ? (
        empty
      ) : (
        <ul className="divide-y divide-line">
          {keys.map((apiKey) => (
            <KeyRow
              key={apiKey.id}
              apiKey={apiKey}
              hideOwner={hideOwner}
              onOpen={(dialog) => setOpen({ dialog, apiKey })}
            />
          ))}
        </ul>
      )}
      {Dialog && <Dialog apiKey={open.apiKey} onClose={() => setOpen(undefined)} />}
    </>
  )
}
