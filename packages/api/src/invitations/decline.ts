import { decline, orThrow, Refusal } from '@roster/domain'
import { z } from 'zod'
import { LinkSecret } from '../platform/input.ts'
import { nothingToPrepare, openCommand } from '../platform/open-command.ts'
import { LinkedInvitation } from './input.ts'
import { type Approach, approach } from './invitee.ts'
import { close } from './store.ts'

/**
 * The invitee says no: signed in, or without any account through the mailed link. Refuses with `link-invalid`,
 * `not-signed-in` (a copied link without an account: whoever passed it on may have kept it), `wrong-recipient`,
 * `invitation-closed`, `invitation-expired`, `email-not-verified`.
 */
export const declineInvitation = openCommand({
  opensTo: 'anyone',
  records: 'invitation.declined',
  input: z.strictObject({ invitation: LinkedInvitation, secret: LinkSecret.optional() }),
  prepare: nothingToPrepare,
  async run(context, input) {
    const { tx, now } = context
    const approached = await approach(tx, context, input)
    const { offer, proof, user } = approached
    const { organization, invitation } = offer
    const declined = orThrow(decline(invitation, answerOf(approached), now))
    await close(tx, declined, user?.id ?? null)
    return {
      result: {},
      audit: {
        organization: organization.id,
        target: { kind: 'invitation', id: declined.id },
        facts: { generation: declined.generation, proof },
      },
      people: [declined.invitedBy, ...(user ? [user.id] : [])],
    }
  },
})

function answerOf({ user, proof }: Approach) {
  if (user) return { user, proof }
  if (proof !== 'mailed-link') throw new Refusal('not-signed-in')
  return { user: null, proof }
}
