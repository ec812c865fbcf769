import { Refusal, type UserId } from '@roster/domain'
import { callTRPCProcedure, TRPCError } from '@trpc/server'
import type { Actor } from '../platform/access.ts'
import { appRouter } from '../router.ts'
import type { Context } from '../transport/context.ts'
import { refusalIn } from '../transport/refused.ts'
import type { ProcedureMeta } from '../transport/trpc.ts'
import type { EmptyHouse } from './house.ts'

/** A procedure of the router, as the tests that go through all of them see it. */
export interface Listed {
  readonly path: string
  readonly type: 'query' | 'mutation' | 'subscription'
  readonly meta: ProcedureMeta
  /** The names of its input's fields. */
  readonly fields: readonly string[]
}

/** Every procedure there is, out of the router itself. */
export function procedures(): readonly Listed[] {
  const byPath: Readonly<Record<string, unknown>> = appRouter._def.procedures
  return Object.entries(byPath).map(([path, procedure]) => {
    if (!isProcedure(procedure)) throw new Error(`${path} is no procedure`)
    const { type, meta, inputs } = procedure._def
    return { path, type, meta: meta ?? {}, fields: fieldsOf(inputs[0]) }
  })
}

interface Procedure {
  readonly _def: {
    readonly type: Listed['type']
    readonly meta?: ProcedureMeta
    readonly inputs: readonly unknown[]
  }
}

/** The types of tRPC nest the procedures as the router does; at run time they are listed by path. */
function isProcedure(value: unknown): value is Procedure {
  return typeof value === 'function' && '_def' in value
}

function fieldsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null || !('shape' in schema)) return []
  return Object.keys(schema.shape ?? {})
}

/** What a door would hand to a call by this person. */
export function contextFor(home: EmptyHouse, user: UserId | null, session: string | null = null): Context {
  return contextOf(home, user ? { kind: 'user', id: user } : null, session)
}

/** What a door would hand to a call by whoever came. */
export function contextOf(home: EmptyHouse, actor: Actor | null, session: string | null = null): Context {
  return {
    ...home.deps,
    actor,
    now: home.now(),
    session,
    address: '192.0.2.1',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0',
    setSession: () => undefined,
    report: () => 'incident',
  }
}

/** Calls a procedure by its path: the answer, or the refusal. A bug is thrown, and so is input of another shape. */
export async function callBy(
  context: Context,
  { path, type }: Pick<Listed, 'path' | 'type'>,
  input: unknown,
): Promise<unknown> {
  const controller = new AbortController()
  try {
    return await callTRPCProcedure({
      router: appRouter,
      path,
      type,
      ctx: context,
      getRawInput: async () => input,
      signal: controller.signal,
      batchIndex: 0,
    })
  } catch (error) {
    const refusal = error instanceof TRPCError ? refusalIn(error) : null
    if (!refusal || refusal.code === 'invalid-input') {
      throw new Error(`${path}: ${refusal?.message ?? String(error)}`, { cause: error })
    }
    return refusal
  } finally {
    controller.abort()
  }
}

/** The codes with which an answer refuses: the whole call, or the items of a bulk call; none where it did not. */
export function refusalsIn(answer: unknown): readonly string[] {
  if (answer instanceof Refusal) return [answer.code]
  if (!Array.isArray(answer)) return []
  return answer.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null || !('refusal' in item)) return []
    const { refusal } = item
    return typeof refusal === 'object' && refusal !== null && 'code' in refusal ? [String(refusal.code)] : []
  })
}
