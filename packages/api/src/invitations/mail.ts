import type { InvitationId, MessageId } from '@roster/domain'
import type { InvitationEdition } from '@roster/mail'
import type { OutboxMessage } from '../platform/outbox.ts'

/**
 * The mail with the link of the present generation; the worker makes the link when it sends. `occasion` tells
 * apart mails about the same generation, of which there is one unless somebody asks for more.
 */
export function invitationMail(
  id: MessageId,
  invitation: { readonly id: InvitationId; readonly generation: number },
  edition: InvitationEdition,
  occasion = '',
): OutboxMessage {
  return {
    id,
    kind: 'invitation',
    reference: invitation.id,
    event: `invitation:${invitation.id}:${invitation.generation}${occasion}`,
    facts: { edition },
  }
}

/** The letter to somebody who has just joined. */
export function welcomeMail(invitation: InvitationId): OutboxMessage {
  return { kind: 'welcome', reference: invitation, event: `welcome:${invitation}` }
}
