import { REFUSALS, Refusal, type RefusalCode } from '@roster/domain'
import { z } from 'zod'
import { inputRefusal } from '../refused.ts'
import { STATUS } from '../status.ts'
import { snakeCase } from './names.ts'

/** Where a problem lies: in the body, in the query, in the path, or in a header. */
export type Place = 'body' | 'query' | 'path' | 'header'

/** An answer that says no: problem details as RFC 9457 has them. */
export interface Problem {
  /** A page that tells of this code. */
  readonly type: string
  readonly title: string
  readonly status: number
  /** The sentence that the dashboard shows as well. */
  readonly detail: string
  /** Stable: programs go by this. */
  readonly code: string
  /** Under which the operator finds it in the log; set where Roster itself is at fault. */
  readonly incident?: string
  readonly errors?: readonly Fault[]
}

/** What is wrong with one field; one of pointer, parameter and header says which. */
interface Fault {
  /** RFC 6901, as a fragment of the body: `#/recipients/2`. */
  readonly pointer?: string
  readonly parameter?: string
  readonly header?: string
  readonly code: string
  readonly detail: string
}

/** What HTTP itself refuses, before any rule is asked. */
export const HTTP_PROBLEMS = {
  'no-such-route': [404, 'There is no such resource. See the reference for those there are.'],
  'method-not-allowed': [405, 'This resource does not take that method.'],
  'unsupported-media-type': [415, 'Send JSON, with the header Content-Type: application/json.'],
  'malformed-request': [400, 'The request cannot be read: its body is not JSON, or its framing is broken.'],
  'body-too-large': [413, 'The body is larger than one request takes. Send it in parts.'],
  internal: [500, 'Something went wrong on our side. Nothing was changed.'],
  'internal-halfway': [
    500,
    'Something went wrong on our side half-way. Look at what was done before you go on.',
  ],
} as const satisfies Record<string, readonly [number, string]>
export type HttpProblem = keyof typeof HTTP_PROBLEMS

/** What HTTP itself refuses, as a problem. */
export function httpProblem(url: string, code: HttpProblem, incident?: string): Problem {
  const [status, detail] = HTTP_PROBLEMS[code]
  return {
    type: typeOf(url, code),
    title: titleOf(code),
    status,
    detail,
    code,
    ...(incident && { incident }),
  }
}

/** A refusal as a problem; the field it names is pointed at. */
export function problemOf(url: string, refusal: Refusal, place: Place = 'body'): Problem {
  const { code, kind, message, facts } = refusal
  const field = typeof facts.field === 'string' ? facts.field.split('.') : null
  return {
    type: typeOf(url, code),
    title: titleOf(code),
    status: STATUS[kind].http,
    detail: message,
    code,
    ...(field && { errors: [{ ...pointerTo(place, field), code, detail: message }] }),
  }
}

/** Everything that is wrong with what was given, field by field. */
export function inputProblem(url: string, error: z.ZodError, placeOf: (field: string) => Place): Problem {
  const refusal = inputRefusal(error)
  const faults = error.issues.flatMap((issue): Fault[] => {
    const single = new z.ZodError([issue])
    const { code, message, facts } = inputRefusal(single)
    const detail = typeof facts.reason === 'string' && code === 'invalid-input' ? facts.reason : message
    const names = issue.path.map(String)
    if (issue.code !== 'unrecognized_keys')
      return [{ ...pointerTo(placeOf(names[0] ?? ''), names), code, detail }]
    return issue.keys.map((key) => ({
      ...pointerTo(placeOf(names[0] ?? key), names, key),
      code,
      detail: 'There is no such field.',
    }))
  })
  const shown = faults.slice(0, MOST_FAULTS)
  return { ...problemOf(url, new Refusal(refusal.code, withoutField(refusal))), errors: shown }
}

const MOST_FAULTS = 100

/** The sentence keeps the field's name as it is on the wire. */
function withoutField({ facts }: Refusal): Refusal['facts'] {
  const { field, ...rest } = facts
  return typeof field === 'string' ? { ...rest, field: snakeCase(field) } : rest
}

/** Where a field lies; what is no field is named as it was given. */
function pointerTo(
  place: Place,
  names: readonly string[],
  unknown?: string,
): Pick<Fault, 'pointer' | 'parameter' | 'header'> {
  const given = unknown === undefined ? [] : [unknown.slice(0, 100)]
  const wire = [...names.map((name) => snakeCase(name.slice(0, 100))), ...given]
  if (place === 'header') return { header: names.join('.') }
  if (place === 'query' || place === 'path') return { parameter: wire.join('.') }
  return { pointer: `#${wire.map((name) => `/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`).join('')}` }
}

function typeOf(url: string, code: string): string {
  return `${url}/docs/reference/problems#${code}`
}

/** `Not permitted` of `not-permitted`. */
function titleOf(code: string): string {
  const words = code.replaceAll('-', ' ')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

/** The HTTP status that a refusal is answered with. */
export function statusOf(code: RefusalCode): number {
  return STATUS[REFUSALS[code][0]].http
}
