import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { daysOf } from './expiry.ts'
import { type KeyDraft, KeyTerms } from './key-terms.tsx'
import { MadeKey } from './made-key.tsx'
import type { KeyAt, KeyFor, MadeKey as Made } from './types.ts'
import { useKeyRoles } from './use-key-roles.ts'
import { useKeysChanged } from './use-keys-changed.ts'

type CreateKeyDialogProps = {
  /** Whom it is for, where that is settled. */
  account?: KeyFor | undefined
  /** Where it works, where that is settled. */
  at?: KeyAt | undefined
  onClose: () => void
}

/** Makes a key: whom it acts for, how far it goes, how long it lasts. Then shows its secret, once. */
export function CreateKeyDialog({ account, at, onClose }: CreateKeyDialogProps) {
  const { organization, here } = useHere()
  const changed = useKeysChanged()
  const [name, setName] = useState('')
  const [tried, setTried] = useState(false)
  const [draft, setDraft] = useState<KeyDraft>({
    ...{ account, at, picked: null, expiry: '90', role: undefined },
  })
  const [made, setMade] = useState<Made>()
  const { roles, whyNotRole } = useKeyRoles(draft)
  const role = roles?.find(({ id }) => id === draft.role)
  const create = trpc.keys.create.useMutation({
    async onSuccess(answer) {
      setMade(answer)
      await changed()
    },
  })
  const missing = name.trim() === '' || !role || whyNotRole(role) !== undefined || draft.picked?.size === 0

  function submit() {
    setTried(true)
    if (missing || !role || create.isPending) return
    create.mutate({
      ...{ organization, name, role: role.id, expiryDays: daysOf(draft.expiry) },
      ...(draft.account && { for: draft.account.member }),
      ...(draft.at && { project: draft.at.id }),
      ...(draft.picked && { permissions: [...draft.picked] }),
    })
  }

  if (made) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        guarded
        title={
          <>
            The key <bdi>{made.key.name}</bdi> is created
          </>
        }
        footer={
          <Button variant="primary" onClick={onClose}>
            Done
          </Button>
        }
      >
        <MadeKey secret={made.secret} organization={here.slug} project={made.key.project} />
      </Dialog>
    )
  }
  return (
    <Dialog
      open
      onOpenChange={() => !create.isPending && onClose()}
      guarded
      title="New API key"
      description="A program that sends it may do what the key allows, as far as whoever it acts for may at that moment."
      onSubmit={submit}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={create.isPending}>
            Create key
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field
          label="Name"
          hint="What will use it, such as “Nightly export”."
          error={
            tried && name.trim() === ''
              ? 'Give it a name, so that it is known later what uses it.'
              : undefined
          }
        >
          <Input value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </Field>
        <KeyTerms
          draft={draft}
          settled={{ account: account !== undefined, at: at !== undefined }}
          roles={roles}
          whyNotRole={whyNotRole}
          tried={tried}
          onChange={(change) => {
            setDraft({ ...draft, ...change })
            create.reset()
          }}
        />
        {create.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(create.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
