import { appRouter, type Context } from '@roster/api'
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape, TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** A call's answer as it goes out, with its status. */
interface Answer {
  readonly status: number
  readonly said: { readonly result: { readonly data: unknown } } | { readonly error: unknown }
}

interface Options {
  readonly mostCalls: number
  createContext(request: FastifyRequest, reply: FastifyReply): Promise<Context>
}

/**
 * Answers calls that come by POST, alone or in a batch, by tRPC's HTTP protocol (https://trpc.io/docs/rpc). The stock
 * handler makes a web request, a web response and two streams of each call, which takes longer than most calls
 * themselves; nothing a page posts is ever streamed. Here the text of the body goes in and text comes out.
 */
export function servePosts(app: FastifyInstance, { mostCalls, createContext }: Options): void {
  app.post<{ Params: { path: string }; Querystring: { batch?: string } }>(
    '/trpc/:path',
    async (request, reply) => {
      const batched = request.query.batch === '1'
      const { path } = request.params
      const paths = batched ? path.split(',') : [path]
      let inputs: Inputs
      try {
        if (paths.length > mostCalls) throw new TRPCError({ code: 'BAD_REQUEST' })
        inputs = inputsOf(request.body, batched)
      } catch (cause) {
        return send(reply, [refusal(cause, path)], batched)
      }
      const context = await createContext(request, reply)
      const answers = paths.map((one, index) => call(context, one, inputs(index), index))
      return send(reply, await Promise.all(answers), batched)
    },
  )
}

function send(reply: FastifyReply, answers: readonly Answer[], batched: boolean): FastifyReply {
  const said = batched ? answers.map((answer) => answer.said) : answers[0]?.said
  return reply.code(statusOf(answers)).header('content-type', 'application/json').send(JSON.stringify(said))
}

/** The status that all calls share; 207 when they differ. */
function statusOf([first, ...others]: readonly Answer[]): number {
  const status = first?.status ?? 200
  return others.every((answer) => answer.status === status) ? status : 207
}

type Inputs = (index: number) => unknown

/** The input of each call of a body: all of it, or the field with the number of the call. */
function inputsOf(body: unknown, batched: boolean): Inputs {
  const input = parsed(body)
  if (!batched) return () => input
  if (typeof input !== 'object' || input === null) throw new TRPCError({ code: 'BAD_REQUEST' })
  return (index) => (Object.hasOwn(input, index) ? Reflect.get(input, index) : undefined)
}

function parsed(body: unknown): unknown {
  if (typeof body !== 'string' || body === '') return undefined
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new TRPCError({ code: 'PARSE_ERROR', cause })
  }
}

async function call(ctx: Context, path: string, input: unknown, batchIndex: number): Promise<Answer> {
  try {
    const data: unknown = await callTRPCProcedure({
      router: appRouter,
      path,
      getRawInput: async () => input,
      ctx,
      // Queries come by POST as well, so that no input, and so no secret of a link, is ever part of a URL.
      type: 'mutation',
      allowMethodOverride: true,
      signal: undefined,
      batchIndex,
    })
    return { status: 200, said: { result: { data } } }
  } catch (cause) {
    return refusal(cause, path, ctx)
  }
}

function refusal(cause: unknown, path: string, ctx?: Context): Answer {
  const error = getTRPCErrorFromUnknown(cause)
  const { _config: config } = appRouter._def
  const shape = getTRPCErrorShape({ config, error, type: 'unknown', path, input: undefined, ctx })
  return { status: getHTTPStatusCodeFromError(error), said: { error: shape } }
}
