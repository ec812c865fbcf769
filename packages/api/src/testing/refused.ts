import { Refusal } from '@roster/domain'
import { TRPCError } from '@trpc/server'
import { refusalIn } from '../transport/refused.ts'

/** The refusal a call ends in; throws when it succeeded, or failed in any other way. */
export async function refused(call: Promise<unknown>): Promise<Refusal> {
  const reason = await call.then(
    () => new Error('it was not refused'),
    (error: unknown) => error,
  )
  if (reason instanceof Refusal) return reason
  const refusal = reason instanceof TRPCError ? refusalIn(reason) : null
  if (refusal) return refusal
  throw reason
}
