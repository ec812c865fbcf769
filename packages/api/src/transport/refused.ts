import { Refusal, type RefusalCode, type RefusalFacts, type RefusalKind } from '@roster/domain'
import type { TRPCError } from '@trpc/server'
import { ZodError, z } from 'zod'
import { inputWords } from './input-words.ts'

// People read what is wrong with an input, in pages and on terminals.
z.config({ customError: inputWords })

/** A refusal on the wire. */
export interface SaidRefusal {
  readonly code: RefusalCode
  readonly kind: RefusalKind
  readonly message: string
  readonly facts: RefusalFacts
}

/** The refusal as it goes to the caller. */
export function said(refusal: Refusal): SaidRefusal {
  return { code: refusal.code, kind: refusal.kind, message: refusal.message, facts: refusal.facts }
}

/** The refusal behind a failed call: one that was thrown, or input that does not have the declared shape. */
export function refusalIn(error: TRPCError): Refusal | null {
  if (error.cause instanceof Refusal) return error.cause
  if (error.cause instanceof ZodError) return inputRefusal(error.cause)
  return null
}

/** The first thing wrong with an input, by field, in the words of the rule where a rule spoke. */
export function inputRefusal(error: ZodError): Refusal {
  const [issue] = error.issues
  const field = issue?.path.join('.') || 'input'
  const refusal = issue?.code === 'custom' ? issue.params?.refusal : undefined
  if (refusal instanceof Refusal) return new Refusal(refusal.code, { ...refusal.facts, field })
  return new Refusal('invalid-input', { field, reason: (issue?.message ?? 'not as expected').slice(0, 200) })
}
