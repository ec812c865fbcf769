import { type InvitationId, type Proof, Refusal } from '@roster/domain'
import type { Instance } from '../platform/call.ts'
import type { LinkKey } from '../platform/links.ts'

interface Linked {
  readonly id: string
  readonly generation: number
}

/** The link to hand over by other means than our mail. It opens the invitation, but proves no mailbox. */
export function copiedLink(
  { links, instance }: { readonly links: LinkKey; readonly instance: Pick<Instance, 'url'> },
  { id, generation }: { readonly id: InvitationId; readonly generation: number },
): string {
  return `${instance.url}/invitations/${id}#c.${links.secret('invitation-copied', id, generation)}`
}

/**
 * How the caller came to the invitation, by what follows the # of the link. Refuses a secret that is not the one
 * of the present generation with `link-invalid`, in the same time for every wrong one.
 */
export function proofOf(links: LinkKey, invitation: Linked, secret: string | undefined): Proof | Refusal {
  if (secret === undefined) return 'none'
  const { id, generation } = invitation
  const bare = secret.slice(2)
  if (secret.startsWith('m.') && links.opens(bare, 'invitation-mailed', id, generation)) return 'mailed-link'
  if (secret.startsWith('c.') && links.opens(bare, 'invitation-copied', id, generation)) return 'copied-link'
  return new Refusal('link-invalid')
}
