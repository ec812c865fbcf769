import type { RefusalKind } from '@roster/domain'
import type { TRPC_ERROR_CODE_KEY } from '@trpc/server'

/** Each kind of refusal, once, as tRPC and HTTP say it. */
export const STATUS = {
  invalid: { trpc: 'BAD_REQUEST', http: 400 },
  unauthenticated: { trpc: 'UNAUTHORIZED', http: 401 },
  forbidden: { trpc: 'FORBIDDEN', http: 403 },
  'not-found': { trpc: 'NOT_FOUND', http: 404 },
  conflict: { trpc: 'CONFLICT', http: 409 },
  gone: { trpc: 'PRECONDITION_FAILED', http: 410 },
  precondition: { trpc: 'PRECONDITION_FAILED', http: 412 },
  unprocessable: { trpc: 'UNPROCESSABLE_CONTENT', http: 422 },
  'too-large': { trpc: 'PAYLOAD_TOO_LARGE', http: 413 },
  'too-many': { trpc: 'TOO_MANY_REQUESTS', http: 429 },
  unavailable: { trpc: 'SERVICE_UNAVAILABLE', http: 503 },
} as const satisfies Record<RefusalKind, { trpc: TRPC_ERROR_CODE_KEY; http: number }>
