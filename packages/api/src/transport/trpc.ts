import { Refusal } from '@roster/domain'
import { initTRPC, TRPCError } from '@trpc/server'
import type { z } from 'zod'
import { type BulkCommand, type Command, execute, executeBulk, PartlyDone } from '../platform/command.ts'
import { executeOpen, type OpenCommand, type OpensTo } from '../platform/open-command.ts'
import { answer, answerOpen, type OpenQuery, type Query } from '../platform/query.ts'
import type { InOrganization } from '../platform/scope.ts'
import { answerStream, type Stream } from '../platform/stream.ts'
import type { Context } from './context.ts'
import { refusalIn, said } from './refused.ts'
import { STATUS } from './status.ts'

/** Which permission a procedure needs, or to whom it opens; the authorization matrix is made from these. */
export interface ProcedureMeta {
  readonly needs?: string
  readonly opensTo?: OpensTo
}

const UNEXPECTED = 'Something went wrong on our side. Nothing was changed.'
const UNEXPECTED_HALFWAY =
  'Something went wrong on our side half-way. Look at what was done before you go on.'

const t = initTRPC
  .context<Context>()
  .meta<ProcedureMeta>()
  .create({
    sse: { ping: { enabled: true, intervalMs: 15_000 }, client: { reconnectAfterInactivityMs: 40_000 } },
    errorFormatter({ shape, error, ctx }) {
      const refusal = refusalIn(error)
      // What is neither a refusal nor the caller's mistake is a bug: told to the log, not to the caller.
      const bug = !refusal && error.code === 'INTERNAL_SERVER_ERROR'
      const incident = bug ? (ctx?.report(error.cause ?? error) ?? null) : null
      return {
        code: shape.code,
        message:
          refusal?.message ?? (bug ? unexpected(error) : 'This request is not one that Roster understands.'),
        data: {
          code: error.code,
          httpStatus: shape.data.httpStatus,
          refusal: refusal ? said(refusal) : null,
          incident,
        },
      }
    },
  })

/** A table of contents: a plain object of procedures and other routers. */
export const router = t.router
export const createCallerFactory = t.createCallerFactory

const base = t.procedure.use(async ({ next }) => {
  const result = await next()
  const refusal = result.ok ? null : refusalIn(result.error)
  if (refusal) throw refused(refusal)
  return result
})

/** A procedure that reads. */
export function read<Schema extends z.ZodType<InOrganization>, Result>(spec: Query<Schema, Result>) {
  return base
    .meta({ needs: spec.permission })
    .input(spec.input)
    .query(({ ctx, input }) => answer(spec, ctx, declared<Schema>(input)))
}

/** A procedure that changes one thing. */
export function mutation<Schema extends z.ZodType<InOrganization>, Result>(spec: Command<Schema, Result>) {
  return base
    .meta({ needs: spec.permission })
    .input(spec.input)
    .mutation(({ ctx, input }) => execute(spec, ctx, declared<Schema>(input)))
}

/** A procedure that changes many things, with an outcome for each. */
export function bulk<Schema extends z.ZodType<InOrganization>, Item, Result>(
  spec: BulkCommand<Schema, Item, Result>,
) {
  return base
    .meta({ needs: spec.permission })
    .input(spec.input)
    .mutation(({ ctx, input }) => executeBulk(spec, ctx, declared<Schema>(input)))
}

/** A procedure that reads without a grant. */
export function openRead<To extends OpensTo, Schema extends z.ZodType, Result>(
  spec: OpenQuery<To, Schema, Result>,
) {
  return base
    .meta({ opensTo: spec.opensTo })
    .input(spec.input)
    .query(({ ctx, input }) => answerOpen(spec, ctx, declared<Schema>(input)))
}

/** A procedure that changes something without a grant, and may begin or end the caller's session. */
export function open<To extends OpensTo, Schema extends z.ZodType, Prepared, Result>(
  spec: OpenCommand<To, Schema, Prepared, Result>,
) {
  return base
    .meta({ opensTo: spec.opensTo })
    .input(spec.input)
    .mutation(async ({ ctx, input }) => {
      const { result, session } = await executeOpen(spec, ctx, declared<Schema>(input))
      if (session === 'ends') ctx.setSession(null)
      else if (session) ctx.setSession({ token: session.begins, until: session.until })
      return result
    })
}

/** A procedure that tells an open page of changes, and ends with the refusal when the caller may not know any more. */
export function live<To extends OpensTo, Schema extends z.ZodType, Known, Event>(
  spec: Stream<To, Schema, Known, Event>,
) {
  return base
    .meta({ opensTo: spec.opensTo })
    .input(spec.input)
    .subscription(async ({ ctx, input, signal }) =>
      refusing(await answerStream(spec, ctx, declared<Schema>(input), signal)),
    )
}

function unexpected({ cause }: TRPCError): string {
  return cause instanceof PartlyDone ? UNEXPECTED_HALFWAY : UNEXPECTED
}

/** Past the first event no middleware sees what a stream throws. */
async function* refusing<Event>(
  events: AsyncGenerator<Event, void, undefined>,
): AsyncGenerator<Event, void, undefined> {
  try {
    yield* events
  } catch (reason) {
    throw reason instanceof Refusal ? refused(reason) : reason
  }
}

function refused(refusal: Refusal): TRPCError {
  return new TRPCError({ code: STATUS[refusal.kind].trpc, message: refusal.message, cause: refusal })
}

/** tRPC has parsed the input with this very schema; its types just cannot say so of a schema not yet known. */
function declared<Schema extends z.ZodType>(input: unknown): z.output<Schema> {
  return input as z.output<Schema>
}
