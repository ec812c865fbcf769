import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, trpc } from '../api/client.ts'
import { fieldError, formError, refusalOf } from '../api/refusal.ts'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { Field } from '../ui/field.tsx'
import { notify } from '../ui/notify.ts'
import { counted } from '../ui/number.ts'
import { PasswordInput } from '../ui/password-input.tsx'
import { OwnAddress } from './own-address.tsx'

type ConfirmDeletionProps = {
  username: string
  email: string
  organizations: readonly { name: string; slug: string }[]
  onClose: () => void
  /** Told the organizations that would be left without an owner. */
  onLastOwner: (organizations: readonly { name: string; slug: string }[]) => void
}

/** The last question before an account is gone: what is lost, the username typed, and the password. */
export function ConfirmDeletion(props: ConfirmDeletionProps) {
  const { username, email, organizations, onClose, onLastOwner } = props
  const [password, setPassword] = useState('')
  const navigate = useNavigate()
  const remove = trpc.identity.deleteAccount.useMutation({
    async onSuccess() {
      await navigate({ to: '/sign-in' })
      queryClient.clear()
      notify({ message: 'Your account is deleted', meaning: 'success' })
    },
    onError(error) {
      const refusal = refusalOf(error)
      if (refusal?.code !== 'owns-organizations') return
      const { slugs } = refusal.facts
      const named = new Set(Array.isArray(slugs) ? slugs : [])
      onLastOwner(organizations.filter(({ slug }) => named.has(slug)))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Delete the account @${username}?`}
      losses={[
        organizations.length > 0
          ? `Your membership in ${counted(organizations.length, 'organization', 'organizations')}: ${organizations
              .map(({ name }) => name)
              .join(', ')}`
          : 'Everything that was shared with this account',
        'Your name, your address and every session',
      ]}
      confirmLabel="Delete my account"
      typedWord={username}
      pending={remove.isPending || remove.isSuccess}
      refusal={formError(remove.error, ['password'])}
      onConfirm={() => remove.mutate({ password })}
    >
      <div className="flex flex-col gap-4">
        <p>This cannot be taken back.</p>
        <OwnAddress email={email} />
        <Field label="Your password" error={fieldError(remove.error, 'password')}>
          <PasswordInput
            autoComplete="current-password"
            value={password}
            onChange={({ target }) => setPassword(target.value)}
          />
        </Field>
      </div>
    </ConfirmDialog>
  )
}
