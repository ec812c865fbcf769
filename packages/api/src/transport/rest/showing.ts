import { Refusal } from '@roster/domain'
import { z } from 'zod'
import type { Repeat } from '../../platform/repeat.ts'
import type { Given, Outcome, Produced, RestCall } from './route.ts'
import { paramsOf } from './taken.ts'
import { withoutSecrets, writer } from './wire.ts'

/** What an act shows of itself: read in its own transaction, so that nobody else's change comes between. */
export function showingOf<Result>(spec: Outcome<Result>, call: RestCall, params: Given['params']) {
  let shown: unknown = null
  let location: string | undefined
  return {
    async afterwards(reader: RestCall['reader'], result: unknown) {
      if (!('at' in spec)) return
      const at = spec.at(resultOf<Result>(result), params)
      location = filled(spec.resource.path, at)
      const seen = await spec.resource.run({ ...call, reader }, { params: at, query: {}, body: null })
      shown = seen.body
    },
    produced(result: Result, secrets?: 'no secrets'): Produced {
      if ('nothing' in spec) return { body: null }
      if ('at' in spec) return { body: shown, ...(location && { location }) }
      const showing = spec.shows ? spec.shows(result, { call, params }) : result
      const made = spec.made?.(result, params)
      const body = writer(spec.answers)(secrets ? withoutSecrets(spec.answers, showing) : showing)
      return { body, ...(made && { location: made }) }
    },
  }
}

/** Keeps what is answered for a call that may come again, as it goes out, and finds it there when it does. */
export function keeping<Result>(call: RestCall, produced: (result: Result) => Produced) {
  let replayed = false
  const repeat: Repeat | undefined = call.repeat && {
    ...call.repeat,
    withoutSecrets: (result) => produced(resultOf<Result>(result)),
    replayed() {
      replayed = true
      call.repeat?.replayed()
    },
  }
  return {
    repeat,
    answer: (result: unknown): Produced | null => (replayed && isProduced(result) ? result : null),
  }
}

/**
 * What was answered before, for a key that may still read it. Refuses as reading does where the right to it is gone;
 * what is not there any more was answered all the same.
 */
export async function readable<Result>(
  spec: Outcome<Result>,
  call: RestCall,
  before: Produced,
): Promise<Produced> {
  if (!('at' in spec) || !before.location) return before
  const values = new RegExp(`^${spec.resource.path.replace(/\{\w+\}/g, '([^/]+)')}$`).exec(before.location)
  const params = Object.fromEntries(
    paramsOf(spec.resource.path).map((name, place) => [name, decodeURIComponent(values?.[place + 1] ?? '')]),
  )
  try {
    await spec.resource.run(call, { params, query: {}, body: null })
  } catch (reason) {
    if (reason instanceof Refusal && reason.kind === 'forbidden') throw reason
  }
  return before
}

/** The same for the only outcome of a bulk command: what its thing was like then, whatever it is now. */
export function keepingOne<Result>(call: RestCall, produced: (result: Result) => Produced) {
  const kept = keeping(call, produced)
  const repeat: Repeat | undefined = kept.repeat && {
    ...kept.repeat,
    withoutSecrets: (outcome) =>
      isDone(outcome) ? { ...outcome, result: produced(resultOf(outcome.result)) } : outcome,
  }
  return { ...kept, repeat }
}

function isDone(outcome: unknown): outcome is { readonly ok: true; readonly result: unknown } {
  return typeof outcome === 'object' && outcome !== null && 'result' in outcome
}

function isProduced(value: unknown): value is Produced {
  return typeof value === 'object' && value !== null && 'body' in value
}

/** Of the outcomes of a bulk only what may be kept is kept. */
export function withoutSecretsIn(answers: z.ZodType, call: RestCall): RestCall {
  if (!call.repeat) return call
  const one = z.object({ result: answers })
  return { ...call, repeat: { ...call.repeat, withoutSecrets: (outcome) => withoutSecrets(one, outcome) } }
}

/** `afterwards` is given what the very command answered that `showingOf` was made for. */
function resultOf<Result>(result: unknown): Result {
  return result as Result
}

/** A path with its names filled in. */
export function filled(path: string, params: Given['params']): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
}
