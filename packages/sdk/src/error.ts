import type { ProblemCode } from './generated/types.ts'
import { isObject } from './wire.ts'

/** Why there is no answer that could be understood. */
export type Unanswered = 'unreachable' | 'timed-out' | 'not-understood'

/** What is wrong with one field of what was given. */
export interface Fault {
  /** The field of the body, as a JSON pointer in the names of the REST API: `#/recipients/2`. */
  readonly pointer?: string
  readonly parameter?: string
  readonly header?: string
  readonly code: string
  readonly detail: string
}

interface Told {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly type: string | null
  readonly errors: readonly Fault[]
  readonly incident: string | null
  readonly requestId: string | null
}

/** A call that was refused, or got no answer. Its message is the sentence that the dashboard shows. */
export class RosterError extends Error {
  override readonly name = 'RosterError'
  /** The HTTP status; 0 where nothing was answered. */
  readonly status: number
  /** Stable: go by this. */
  readonly code: ProblemCode | Unanswered | (string & {})
  readonly title: string
  /** What is wrong and how to mend it, for people. */
  readonly detail: string
  /** A page that tells of the code. */
  readonly type: string | null
  /** What is wrong with which field, where fields are at fault. */
  readonly errors: readonly Fault[]
  /** Under which the operator finds it in the log, where Roster itself is at fault. */
  readonly incident: string | null
  readonly requestId: string | null

  constructor(told: Told, options?: ErrorOptions) {
    super(told.detail, options)
    this.status = told.status
    this.code = told.code
    this.title = told.title
    this.detail = told.detail
    this.type = told.type
    this.errors = told.errors
    this.incident = told.incident
    this.requestId = told.requestId
  }
}

/** Whether this is a refusal by Roster, with this code if one is named: `isRefusal(error, 'must-be-member')`. */
export function isRefusal<Code extends ProblemCode = ProblemCode>(
  error: unknown,
  ...codes: readonly Code[]
): error is RosterError & { readonly code: Code } {
  if (!(error instanceof RosterError) || error.status === 0) return false
  return codes.length === 0 || codes.some((code) => code === error.code)
}

/** What a problem answered by the server (RFC 9457) is thrown as; what is none tells of its status alone. */
export function refusedWith(response: Response, body: unknown): RosterError {
  const told = isObject(body) ? body : {}
  const text = (name: string) => {
    const value = told[name]
    return typeof value === 'string' ? value : null
  }
  const { status } = response
  return new RosterError({
    status,
    code: text('code') ?? 'not-understood',
    title: text('title') ?? 'Not understood',
    detail:
      text('detail') ?? `The server answered ${status} without saying why. Is this the address of Roster?`,
    type: text('type'),
    errors: Array.isArray(told.errors) ? told.errors.filter(isFault) : [],
    incident: text('incident'),
    requestId: response.headers.get('x-request-id'),
  })
}

const UNANSWERED: Readonly<Record<Unanswered, readonly [title: string, detail: string]>> = {
  unreachable: ['Unreachable', 'Roster could not be reached. Check its address and the network.'],
  'timed-out': ['Timed out', 'Roster did not answer in time. Try again, or allow more time.'],
  'not-understood': ['Not understood', 'What was answered is not JSON. Is this the address of Roster?'],
}

/** What is thrown when there is no answer. */
export function unanswered(code: Unanswered, cause?: unknown): RosterError {
  const [title, detail] = UNANSWERED[code]
  const nothing = { status: 0, type: null, errors: [], incident: null, requestId: null }
  return new RosterError({ ...nothing, code, title, detail }, { cause })
}

function isFault(value: unknown): value is Fault {
  return isObject(value) && typeof value.code === 'string' && typeof value.detail === 'string'
}
