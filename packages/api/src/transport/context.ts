import type { Instant } from '@roster/domain'
import type { Call } from '../platform/call.ts'

/** What a tRPC procedure is given: the call, and the way to begin or end the caller's session. */
export interface Context extends Call {
  setSession(session: { readonly token: string; readonly until: Instant } | null): void
  /** Writes what nobody expected to the log, whole, and answers the id under which it is found there. */
  report(error: unknown): string
}
