import { useEffect } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { fieldError, formError } from './refusal.ts'

/**
 * Shows a refused call in its form: at the field it is about, with the focus there, or as the answer, which the
 * form shows as a whole. `fields` gives the input's names for the form's own where the two differ.
 */
export function useRefused<Values extends FieldValues>(
  form: Pick<UseFormReturn<Values>, 'setError'>,
  error: unknown,
  fields: readonly (Path<Values> | readonly [field: Path<Values>, ...said: string[]])[],
): string | undefined {
  const { setError } = form
  useEffect(() => {
    for (const each of fields) {
      const [field, names] = typeof each === 'string' ? [each, [each]] : [each[0], each]
      const message = names.map((name) => fieldError(error, name)).find(Boolean)
      if (message) setError(field, { message }, { shouldFocus: true })
    }
  }, [error]) // the fields of a form never change
  return formError(error, fields.flat())
}
