import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { notify } from '../ui/notify.ts'
import { type AccountDraft, AccountFields } from './account-fields.tsx'
import { useAccountsChanged } from './use-accounts-changed.ts'

const NOTHING: AccountDraft = { name: '', description: '', role: undefined, reason: '' }

/** Makes a service account, and goes to its page, where its keys are made. */
export function CreateAccountDialog({ onClose }: { onClose: () => void }) {
  const { organization } = useHere()
  const changed = useAccountsChanged()
  const navigate = useNavigate()
  const [draft, setDraft] = useState(NOTHING)
  const [tried, setTried] = useState(false)
  const create = trpc.serviceAccounts.create.useMutation({
    async onSuccess({ serviceAccount }, { name }) {
      await changed()
      notify({ message: `${name.trim()} can have keys now.` })
      await navigate({
        to: '/$organization/settings/service-accounts/$serviceAccount',
        params: { organization, serviceAccount },
      })
    },
  })
  return (
    <Dialog
      open
      onOpenChange={() => !create.isPending && onClose()}
      guarded
      title="New service account"
      description="A member that is not a person, for work that goes on when people leave."
      onSubmit={() => {
        setTried(true)
        const { role, reason, ...said } = draft
        if (said.name.trim() === '' || !role || create.isPending) return
        create.mutate({ organization, ...said, role, ...(reason.trim() && { reason }) })
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={create.isPending}>
            Create service account
          </Button>
        </>
      }
    >
      <AccountFields
        draft={draft}
        tried={tried}
        onChange={(change) => {
          setDraft({ ...draft, ...change })
          create.reset()
        }}
      />
      {create.error && (
        <div className="mt-4">
          <Callout meaning="danger" announced>
            {sentenceOf(create.error)}
          </Callout>
        </div>
      )}
    </Dialog>
  )
}
