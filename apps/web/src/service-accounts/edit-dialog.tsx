import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { type AccountDraft, AccountFields } from './account-fields.tsx'
import type { ServiceAccount } from './types.ts'
import { useAccountsChanged } from './use-accounts-changed.ts'

type EditAccountDialogProps = { account: ServiceAccount; onClose: () => void }

/** Calls a service account differently, describes it, or gives it another role in the organization. */
export function EditAccountDialog({ account, onClose }: EditAccountDialogProps) {
  const { organization } = useHere()
  const changed = useAccountsChanged()
  const { id, name, description, role } = account
  const [draft, setDraft] = useState<AccountDraft>({ name, description, role: role.id, reason: '' })
  const update = trpc.serviceAccounts.update.useMutation({
    async onSuccess() {
      await changed()
      notify({ message: `${draft.name.trim()} is changed.` })
      onClose()
    },
  })
  return (
    <Dialog
      open
      onOpenChange={() => !update.isPending && onClose()}
      guarded
      title={
        <>
          Edit <bdi>{name}</bdi>
        </>
      }
      description="Another role counts with the next call of every key it has."
      onSubmit={() => {
        const { reason, role: wanted, ...said } = draft
        if (said.name.trim() === '' || !wanted || update.isPending) return
        update.mutate({
          ...{ organization, serviceAccount: id, ...said, role: wanted },
          ...(reason.trim() && { reason }),
        })
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={update.isPending}>
            Save service account
          </Button>
        </>
      }
    >
      <AccountFields draft={draft} tried onChange={(change) => setDraft({ ...draft, ...change })} />
      {update.error && (
        <div className="mt-4">
          <Callout meaning="danger" announced>
            {sentenceOf(update.error)}
          </Callout>
        </div>
      )}
    </Dialog>
  )
}
