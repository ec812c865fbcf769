import { canonicalEmail } from '@roster/domain'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { useRefused } from '../api/refused-form.ts'
import { ruled } from '../api/ruled.ts'
import { Button } from '../ui/button.tsx'
import { Callout } from '../ui/callout.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'
import { PasswordInput } from '../ui/password-input.tsx'
import { TextLink } from '../ui/text-link.tsx'

export type Credentials = { email: string; password: string }

type SignInFormProps = {
  onSubmit: (credentials: Credentials) => void
  /** The verb on the button. */
  submitLabel: ReactNode
  pending: boolean
  /** Of the call this form led to. */
  error: unknown
  /** The only address that makes sense here: shown and locked. */
  lockedEmail?: string | undefined
}

/** An address and its password. */
export function SignInForm({ onSubmit, submitLabel, pending, error, lockedEmail }: SignInFormProps) {
  const form = useForm<Credentials>({ defaultValues: { email: lockedEmail ?? '', password: '' } })
  const { register, handleSubmit, formState } = form
  const { errors } = formState
  const refused = useRefused(form, error, ['email', 'password'])
  return (
    <form
      noValidate
      onSubmit={handleSubmit((credentials) => !pending && onSubmit(credentials))}
      className="flex flex-col gap-4"
    >
      {refused && (
        <Callout meaning="danger" announced>
          {refused}
        </Callout>
      )}
      <Field label="Email address" error={errors.email?.message}>
        <Input
          type="email"
          autoComplete="username"
          readOnly={lockedEmail !== undefined}
          {...register('email', { validate: ruled(canonicalEmail, 'Type your email address.') })}
        />
      </Field>
      <Field
        label="Password"
        error={errors.password?.message}
        aside={<TextLink link={{ to: '/forgot' }}>Forgot it?</TextLink>}
      >
        <PasswordInput
          autoComplete="current-password"
          {...register('password', { required: 'Type your password.' })}
        />
      </Field>
      <Button type="submit" variant="primary" size="large" wide pending={pending}>
        {submitLabel}
      </Button>
    </form>
  )
}
