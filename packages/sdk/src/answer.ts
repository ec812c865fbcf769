import type { ProblemCode } from './generated/types.ts'

/** What any call may be made with. */
export interface CallOptions {
  /** Ends the call: it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs?: number | undefined
  /** How often it is tried again when the network or the server cannot answer now. */
  readonly retries?: number | undefined
}

/** What a POST may be made with. */
export interface PostOptions extends CallOptions {
  /** A name of your own for this call: made again under the same one, it is done once. One is made if none is given. */
  readonly idempotencyKey?: string | undefined
}

/** What a change to something that has an ETag may be made with. */
export interface ChangeOptions extends CallOptions {
  /**
   * Refuses with `precondition-failed` when it is no longer as it was read: the answer it was read as, itself, or its
   * ETag.
   */
  readonly ifMatch?: string | object | undefined
}

/** Everything that some call may be made with. */
export interface AnyOptions extends PostOptions, ChangeOptions {
  readonly dryRun?: boolean | undefined
}

/** An answer with what HTTP says about it. */
export interface Answered<Value> {
  readonly value: Value
  readonly status: number
  /** Null where the answer has none. */
  readonly etag: string | null
  /** Whether this is the answer of an earlier call with the same idempotency key. */
  readonly replayed: boolean
  readonly headers: Headers
}

/** What a call answers: awaited it is the value. */
export interface Answer<Value> extends Promise<Value> {
  withResponse(): Promise<Answered<Value>>
}

/** The least that a page of a list has. */
export interface AnyPage {
  readonly items: readonly unknown[]
  readonly nextCursor: string | null
}

/** What a list answers: awaited it is one page; gone through with `for await` it is everything from that page on. */
export interface Listing<Page extends AnyPage> extends Answer<Page>, AsyncIterable<Page['items'][number]> {
  /** This page and all after it, each asked for when it is come to. */
  pages(): AsyncIterableIterator<Page>
}

/** Why one of many was refused. */
export interface Refused {
  readonly code: ProblemCode | (string & {})
  readonly message: string
}

/** What came of one of many. */
export type Outcome<Item, Result> =
  | { readonly ok: true; readonly item: Item; readonly result: Result; readonly refusal: null }
  | { readonly ok: false; readonly item: Item; readonly result: null; readonly refusal: Refused }

/** What came of each of many, in the order given. Some may be done while others were refused. */
export interface BulkAnswer<Item, Result> {
  readonly results: readonly Outcome<Item, Result>[]
}
