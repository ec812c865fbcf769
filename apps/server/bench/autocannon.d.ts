/** The part of autocannon that the bench uses; it ships no types. */
declare module 'autocannon' {
  export interface Request {
    method?: string
    body?: string
    headers?: Record<string, string>
    setupRequest?: (request: Request) => Request
  }

  export interface Settings {
    readonly url: string
    readonly method: 'GET' | 'POST'
    readonly headers: Record<string, string>
    readonly requests: readonly Request[]
    readonly connections: number
    /** Seconds. */
    readonly duration: number
    /** How many requests in all, instead of a duration. */
    readonly amount?: number
    /** Milliseconds between two looks at whether it is over. */
    readonly sampleInt: number
    readonly skipAggregateResult: true
    readonly verifyBody?: (body: string) => boolean
  }

  export interface Result {
    readonly errors: number
    readonly mismatches: number
    readonly non2xx: number
  }

  export interface Run extends PromiseLike<Result> {
    on(
      event: 'response',
      listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void,
    ): this
    stop(): void
  }

  function autocannon(settings: Settings): Run
  export = autocannon
}
