import { type Answered, CallError } from './call-error.ts'

export type SaidRefusal = NonNullable<NonNullable<Answered>['refusal']>

/** The refusal behind a failed call, or null when it failed for another reason. */
export function refusalOf(error: unknown): SaidRefusal | null {
  return error instanceof CallError ? (error.data?.refusal ?? null) : null
}

/** The sentence to show for a failed call: the server's own, or that it could not be reached. */
export function sentenceOf(error: unknown): string {
  if (error instanceof CallError && error.data) return error.message
  return 'Roster cannot be reached at the moment. Nothing was changed. Check the connection and try again.'
}

/** The sentence, if the refusal is about this field of the input. */
export function fieldError(error: unknown, field: string): string | undefined {
  const refusal = refusalOf(error)
  return refusal && refusal.facts.field === field ? refusal.message : undefined
}

/** The sentence, if it is about none of the fields the form shows. */
export function formError(error: unknown, fields: readonly string[]): string | undefined {
  if (!error) return undefined
  const field = refusalOf(error)?.facts.field
  return typeof field === 'string' && fields.includes(field) ? undefined : sentenceOf(error)
}

/** The id under which the operator finds an unexpected failure in the log. */
export function incidentOf(error: unknown): string | undefined {
  return error instanceof CallError ? (error.data?.incident ?? undefined) : undefined
}
