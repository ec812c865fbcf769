import type { Permission } from '@roster/domain'
import { useState } from 'react'
import { trpc } from '../api/client.ts'
import { sentenceOf } from '../api/refusal.ts'
import { useHere } from '../organizations/here.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { notify } from '../ui/notify.ts'
import { Select } from '../ui/select.tsx'
import { daysOf, EXPIRIES, EXPIRY_LABELS, type Expiry } from './expiry.ts'
import { ScopePicker } from './scope-picker.tsx'
import type { ListedKey } from './types.ts'
import { useKeysChanged } from './use-keys-changed.ts'

const AS_IS = 'as-is'

/** Calls a key differently, narrows it, or moves its end. */
export function EditKeyDialog({ apiKey, onClose }: { apiKey: ListedKey; onClose: () => void }) {
  const { organization } = useHere()
  const changed = useKeysChanged()
  const [name, setName] = useState(apiKey.name)
  const [picked, setPicked] = useState<ReadonlySet<Permission> | null>(null)
  const [expiry, setExpiry] = useState<Expiry | typeof AS_IS>(AS_IS)
  const update = trpc.keys.update.useMutation({
    async onSuccess() {
      await changed()
      notify({ message: `The key ${name.trim()} is changed.` })
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
          Edit <bdi>{apiKey.name}</bdi>
        </>
      }
      description="A key never gets to do more than when it was made. For that, make another one."
      onSubmit={() => {
        if (name.trim() === '' || picked?.size === 0 || update.isPending) return
        update.mutate({
          ...{ organization, key: apiKey.id, name },
          ...(picked && { permissions: [...picked] }),
          ...(expiry !== AS_IS && { expiryDays: daysOf(expiry) }),
        })
      }}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={update.isPending}>
            Save key
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label="Name" error={name.trim() === '' ? 'A key has a name.' : undefined}>
          <Input value={name} maxLength={100} onChange={({ target }) => setName(target.value)} />
        </Field>
        {apiKey.permissions.length > 0 && (
          <ScopePicker
            level={apiKey.role.level}
            allowed={apiKey.permissions}
            picked={picked}
            onPick={setPicked}
            error={picked?.size === 0 ? 'Choose at least one, or revoke the key.' : undefined}
          />
        )}
        <Field label="Expires">
          <Select<Expiry | typeof AS_IS>
            value={expiry}
            options={[
              { value: AS_IS, label: 'As it is' },
              ...EXPIRIES.map((one) => ({ value: one, label: EXPIRY_LABELS[one] })),
            ]}
            onChange={setExpiry}
          />
        </Field>
        {update.error && (
          <Callout meaning="danger" announced>
            {sentenceOf(update.error)}
          </Callout>
        )}
      </div>
    </Dialog>
  )
}
