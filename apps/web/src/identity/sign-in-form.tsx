import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { useRefused } from '../api/refused-form.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Form } from '../ui/form.tsx'
import { PasswordInput } from '../ui/password-input.tsx'
import { TextLink } from '../ui/text-link.tsx'
import { EMAIL_RULES, EmailField } from './email-field.tsx'

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
    <Form onSubmit={handleSubmit((credentials) => !pending && onSubmit(credentials))} refused={refused}>
      <EmailField
        field={register('email', EMAIL_RULES)}
        error={errors.email?.message}
        autoComplete="username"
        locked={lockedEmail !== undefined}
      />
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
    </Form>
  )
}
