import { canonicalEmail } from '@roster/domain'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { ruled } from '../api/ruled.ts'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'

/** What a form asks of one's address: to be one. */
export const EMAIL_RULES = { validate: ruled(canonicalEmail, 'Type your email address.') } as const

type EmailFieldProps = {
  field: UseFormRegisterReturn
  error: string | undefined
  /** "username" where it tells a password manager which account is meant. */
  autoComplete: 'email' | 'username'
  /** Shown, and not to be changed. */
  locked?: boolean
  hint?: string | undefined
}

/** One's own email address. */
export function EmailField({ field, error, autoComplete, locked = false, hint }: EmailFieldProps) {
  return (
    <Field label="Email address" error={error} hint={hint}>
      <Input type="email" autoComplete={autoComplete} readOnly={locked} {...field} />
    </Field>
  )
}
