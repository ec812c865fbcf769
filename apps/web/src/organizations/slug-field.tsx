import { canonicalSlug } from '@roster/domain'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { ruled } from '../api/ruled.ts'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'

/** What a form asks of a short name. */
export const SLUG_RULES = { validate: ruled(canonicalSlug, 'Choose a short name.') } as const

type SlugFieldProps = { field: UseFormRegisterReturn; error: string | undefined; locked?: boolean }

/** The short name of an organization, as it will stand in the address. */
export function SlugField({ field, error, locked = false }: SlugFieldProps) {
  return (
    <Field label="Short name" error={error} hint="In the address of its pages.">
      <Input
        prefix={`${window.location.host}/`}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={locked}
        {...field}
      />
    </Field>
  )
}
