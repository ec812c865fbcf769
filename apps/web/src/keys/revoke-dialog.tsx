import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { notify } from '../ui/notify.ts'
import { Time } from '../ui/time.tsx'
import type { ListedKey } from './types.ts'
import { useKeysChanged } from './use-keys-changed.ts'

/** Asks once more, and says when the key was used last: that tells whether anything depends on it. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: ListedKey; onClose: () => void }) {
  const { organization } = useHere()
  const changed = useKeysChanged()
  const { id, name, hint, lastUsedAt } = apiKey
  const revoke = trpc.keys.revoke.useMutation({
    async onSuccess() {
      await changed()
      notify({ message: `The key ${name} is revoked.` })
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      title={`Revoke the key ${name}?`}
      confirmLabel="Revoke key"
      pending={revoke.isPending}
      refusal={revoke.error ? sentenceOf(revoke.error) : undefined}
      onConfirm={() => revoke.mutate({ organization, key: id })}
    >
      <span className="font-mono text-sm">rst_…{hint}</span>{' '}
      {lastUsedAt === null ? (
        'was never used.'
      ) : (
        <>
          was last used <Time at={lastUsedAt} />.
        </>
      )}{' '}
      Whatever uses it stops working at once, and there is no way back.
    </ConfirmDialog>
  )
}
