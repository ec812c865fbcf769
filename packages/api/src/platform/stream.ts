import type { Instant } from '@roster/domain'
import type { z } from 'zod'
import type { Call } from './call.ts'
import type { Changes } from './changes.ts'
import { type CallerOf, callerFor, type OpensTo } from './open-command.ts'
import type { Reads } from './writer.ts'

/** What a stream works with. It outlives the call, so it has the clock and not the moment of the call. */
export interface StreamContext<To extends OpensTo> {
  readonly db: Reads
  readonly actor: CallerOf[To]
  readonly session: string | null
  readonly clock: () => Instant
  readonly changes: Changes
  /** Ends when the caller goes. */
  readonly signal: AbortSignal | undefined
}

export interface Stream<To extends OpensTo, Schema extends z.ZodType, Known, Event> {
  readonly kind: 'stream'
  readonly opensTo: To
  readonly input: Schema
  /** Whether the caller may listen: asked before the first event, and by `run` as often as it may have changed. */
  admit(context: StreamContext<To>, input: z.output<Schema>): Promise<Known>
  run(
    context: StreamContext<To>,
    input: z.output<Schema>,
    known: Known,
  ): AsyncGenerator<Event, void, undefined>
}

/** Declares what an open page is told for as long as it may know, and how that is asked. It writes nothing. */
export function stream<To extends OpensTo, Schema extends z.ZodType, Known, Event>(
  spec: Omit<Stream<To, Schema, Known, Event>, 'kind'>,
): Stream<To, Schema, Known, Event> {
  return { kind: 'stream', ...spec }
}

/** Admits the caller, then tells. A refusal before the first event rejects; one later ends the stream with it. */
export async function answerStream<To extends OpensTo, Schema extends z.ZodType, Known, Event>(
  spec: Stream<To, Schema, Known, Event>,
  call: Call,
  input: z.output<Schema>,
  signal: AbortSignal | undefined,
): Promise<AsyncGenerator<Event, void, undefined>> {
  const { reader: db, session, clock, changes } = call
  const context = { db, actor: callerFor(spec.opensTo, call.actor), session, clock, changes, signal }
  return spec.run(context, input, await spec.admit(context, input))
}
