import { LEAST_PASSWORD, password } from '@roster/domain'
import { useForm } from 'react-hook-form'
import { trpc } from '../api/client.ts'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { useMe } from '../identity/me.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { notify } from '../ui/notify.ts'
import { PasswordInput } from '../ui/password-input.tsx'
import { OwnAddress } from './own-address.tsx'

/** Chooses a new password, knowing the current one. */
export function ChangePassword() {
  const me = useMe()
  const form = useForm({ defaultValues: { current: '', next: '' } })
  const { errors } = form.formState
  const utils = trpc.useUtils()
  const change = trpc.identity.changePassword.useMutation({
    async onSuccess() {
      form.reset()
      notify({ message: 'Password changed. Your other sessions have ended.', meaning: 'success' })
      await utils.identity.invalidate()
    },
  })
  const refused = useRefused(form, change.error, ['current', 'next'])
  return (
    <Form
      onSubmit={form.handleSubmit((values) => !change.isPending && change.mutate(values))}
      refused={refused}
    >
      <OwnAddress email={me.email} />
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Current password" error={errors.current?.message}>
          <PasswordInput
            autoComplete="current-password"
            {...form.register('current', { required: 'Type your current password.' })}
          />
        </Field>
        <Field
          label="New password"
          error={errors.next?.message}
          hint={`At least ${LEAST_PASSWORD} characters.`}
        >
          <PasswordInput
            autoComplete="new-password"
            {...form.register('next', {
              validate: ruled((text) => password(text, me), 'Choose a new password.'),
            })}
          />
        </Field>
      </div>
      <div>
        <Button type="submit" variant="primary" pending={change.isPending}>
          Change password
        </Button>
      </div>
    </Form>
  )
}
