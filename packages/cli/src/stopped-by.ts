import { EXIT, Stopped } from './io.ts'

/** What a client throws where it was refused or got no answer; known by its shape, so that nothing is loaded for it. */
type Told = Error & {
  readonly status: number
  readonly code: string
  readonly errors: readonly unknown[]
  readonly incident: string | null
}

/**
 * Why a command ended, with how to mend it: Roster's own sentence where Roster refused, and the fields that it points
 * at. What nobody expected keeps its stack, for a report.
 */
export function stoppedBy(error: unknown): Stopped {
  if (error instanceof Stopped) return error
  if (isTold(error))
    return new Stopped(isRefusal(error) ? EXIT.refused : EXIT.failed, sentencesOf(error), error.code)
  if (!(error instanceof Error)) return new Stopped(EXIT.failed, String(error))
  return new Stopped(EXIT.failed, error instanceof TypeError ? (error.stack ?? error.message) : error.message)
}

const isRefusal = ({ status }: Told) => status >= 400 && status < 500

const MENDING: Readonly<Record<string, string>> = {
  'key-invalid': 'Put a key that works into ROSTER_KEY; `roster key create` makes one on the box.',
  'key-needed': 'Put a key into ROSTER_KEY; `roster key create` makes one on the box.',
  'not-found': 'Check --org, and whether the key is of that organization.',
  unreachable: 'Check --url or ROSTER_URL.',
  'not-understood':
    'Check --url or ROSTER_URL: it is the address of the dashboard, without a path behind it.',
}

/** What was answered, the fields that it points at, how to mend it, and where the operator finds what went wrong. */
export function sentencesOf(error: Error): string {
  if (!isTold(error)) return error.message
  const faults = error.errors.flatMap((fault) => {
    if (!isRecord(fault) || fault.detail === error.message) return []
    const where = fault.pointer ?? fault.parameter ?? fault.header
    return typeof where === 'string' ? [`  ${where}: ${String(fault.detail)}`] : []
  })
  const mending = MENDING[error.code]
  return [
    error.message,
    ...faults,
    ...(mending ? [mending] : []),
    ...(error.incident ? [`The operator finds it in the log as ${error.incident}.`] : []),
  ].join('\n')
}

function isTold(error: unknown): error is Told {
  return (
    error instanceof Error &&
    error.name === 'RosterError' &&
    'status' in error &&
    typeof error.status === 'number' &&
    'code' in error &&
    typeof error.code === 'string' &&
    'errors' in error &&
    Array.isArray(error.errors)
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
