import type { AppRouter } from '@roster/api'
import type { TRPCClientErrorLike } from '@trpc/client'

/** What the server says of a call it did not carry out; null when the server said nothing we can read. */
export type Answered = TRPCClientErrorLike<AppRouter>['data']

/** A call that failed. Its message is the sentence of the server, as far as that answered. */
export class CallError extends Error {
  readonly data: Answered | null

  constructor(message: string, data: Answered | null = null) {
    super(message)
    this.name = 'CallError'
    this.data = data
  }
}
