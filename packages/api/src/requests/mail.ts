import type { RequestId, UserId } from '@roster/domain'
import type { OutboxMessage } from '../platform/outbox.ts'

/** To somebody who may answer. */
export function requestMadeMail(request: RequestId, approver: UserId): OutboxMessage {
  return {
    kind: 'request-made',
    reference: request,
    event: `request:${request}:made:${approver}`,
    facts: { to: approver },
  }
}

/** To whoever asked, with the answer. An approval from outside is told of by the invitation itself (O4). */
export function requestAnsweredMail(request: RequestId): OutboxMessage {
  return { kind: 'request-answered', reference: request, event: `request:${request}:answered` }
}
