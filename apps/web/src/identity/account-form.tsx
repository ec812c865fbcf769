import { canonicalUsername, LEAST_PASSWORD, password, personName, usernameFrom } from '@roster/domain'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { Input } from '../ui/input.tsx'
import { PasswordInput } from '../ui/password-input.tsx'
import { EMAIL_RULES, EmailField } from './email-field.tsx'

/** What makes an account. */
export type NewAccount = { name: string; username: string; email: string; password: string }

type AccountFormProps = {
  onSubmit: (account: NewAccount) => void
  /** The verb on the button, e.g. "Create account". */
  submitLabel: ReactNode
  pending?: boolean | undefined
  /** Of the call this form led to. */
  error?: unknown
  /** The only address this account can have: shown and locked. */
  lockedEmail?: string | undefined
  /** Just over the button. */
  children?: ReactNode
}

/** Makes an account: name, a username suggested from it, address and password, each judged by its own rule. */
export function AccountForm(props: AccountFormProps) {
  const { onSubmit, submitLabel, pending = false, error, lockedEmail, children } = props
  const form = useForm<NewAccount>({
    defaultValues: { name: '', username: '', email: lockedEmail ?? '', password: '' },
  })
  const { register, handleSubmit, formState, getValues, setValue } = form
  const { errors, dirtyFields } = formState
  const refused = useRefused(form, error, ['name', 'username', 'email', 'password'])

  function suggestUsername(name: string) {
    if (dirtyFields.username) return
    setValue('username', name.trim() === '' ? '' : usernameFrom(name), {
      shouldValidate: formState.isSubmitted,
    })
  }

  return (
    <Form onSubmit={handleSubmit((account) => !pending && onSubmit(account))} refused={refused}>
      <Field label="Your name" error={errors.name?.message}>
        <Input
          autoComplete="name"
          {...register('name', {
            validate: ruled(personName, 'Type your name.'),
            onChange: ({ target }) => suggestUsername(target.value),
          })}
        />
      </Field>
      <Field label="Username" error={errors.username?.message} hint="Public. Others can invite you by it.">
        <Input
          prefix="@"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          {...register('username', { validate: ruled(canonicalUsername, 'Choose a username.') })}
        />
      </Field>
      <EmailField
        field={register('email', EMAIL_RULES)}
        error={errors.email?.message}
        autoComplete="email"
        locked={lockedEmail !== undefined}
        hint={lockedEmail ? 'The invitation is for this address.' : undefined}
      />
      <Field
        label="Password"
        error={errors.password?.message}
        hint={`At least ${LEAST_PASSWORD} characters. A few words nobody would guess are good.`}
      >
        <PasswordInput
          autoComplete="new-password"
          {...register('password', {
            validate: ruled((text) => password(text, getValues()), 'Choose a password.'),
          })}
        />
      </Field>
      {children}
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        {submitLabel}
      </Button>
    </Form>
  )
}
