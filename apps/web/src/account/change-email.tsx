import { canonicalEmail } from '@roster/domain'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { PasswordInput } from '../ui/password-input.tsx'
import { OwnAddress } from './own-address.tsx'

type ChangeEmailProps = {
  /** The present one. */
  email: string
  onClose: () => void
  /** Told the address a mail was sent to. */
  onAsked: (email: string) => void
}

/** Asks for another address; it changes once the link that is mailed there has been opened. */
export function ChangeEmail({ email, onClose, onAsked }: ChangeEmailProps) {
  const form = useForm({ defaultValues: { email: '', password: '' } })
  const { errors } = form.formState
  const ask = trpc.identity.askEmailChange.useMutation({
    onSuccess(_, asked) {
      onAsked(asked.email.trim())
      onClose()
    },
  })
  const refused = useRefused(form, ask.error, ['email', 'password'])
  return (
    <Dialog
      open
      guarded
      size="small"
      onOpenChange={(open) => !open && onClose()}
      title="Change email address"
      description="A mail goes to the new address. It becomes yours when you open the link in it."
      onSubmit={form.handleSubmit((values) => !ask.isPending && ask.mutate(values))}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={ask.isPending}>
            Send the mail
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {refused && (
          <Callout meaning="danger" announced>
            {refused}
          </Callout>
        )}
        <Field label="New address" error={errors.email?.message}>
          <Input
            type="email"
            autoComplete="email"
            {...form.register('email', { validate: ruled(canonicalEmail, 'Type the new address.') })}
          />
        </Field>
        <OwnAddress email={email} />
        <Field label="Your password" error={errors.password?.message}>
          <PasswordInput
            autoComplete="current-password"
            {...form.register('password', { required: 'Type your password.' })}
          />
        </Field>
      </div>
    </Dialog>
  )
}
