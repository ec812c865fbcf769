import { extend, orThrow } from '@roster/domain'
import { z } from 'zod'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { mailedLately } from './flood.ts'
import { invitationMail } from './mail.ts'
import { inviteesOf, managed } from './managed.ts'
import { renew } from './store.ts'
import { endorse } from './terms.ts'

/**
 * Gives an active or expired invitation more days, counted from its end or from now, whichever is later. The link
 * stays the same, and nobody gets mail unless asked (D21). Refuses with `not-found`, `beyond-your-own`,
 * `invitation-not-open`, `expiry-out-of-range` when it would end later than the policies allow, and
 * `too-many-attempts` (mail).
 */
export const extendInvitation = command({
  permission: 'invitations.manage',
  records: 'invitation.extended',
  input: inOrganization({
    invitation: IdOf('inv'),
    days: z.int().min(1),
    notify: z.boolean().default(false),
  }),
  async run(context, { invitation: id, days, notify }) {
    const { tx, actor, organization, now, newId } = context
    const { invitation, terms } = orThrow((await managed(tx, context, [id]))(id))
    const { policies } = organization
    const extended = orThrow(extend(invitation, { days, policies }, now, invitation.delivery))
    if (extended.expiresAt === invitation.expiresAt) {
      return { result: { expiresAt: extended.expiresAt }, audit: UNCHANGED }
    }
    if (notify) orThrow((await mailedLately(tx, organization.id, [extended.email], now)).take(extended.email))

    const mail = notify ? newId('msg') : undefined
    await renew(tx, extended, mail)
    await endorse(tx, newId, terms, { organization: organization.id, by: actor.id, now })
    const { expiresAt, generation } = extended
    const invitees = await inviteesOf(tx, [extended])
    return {
      result: { expiresAt },
      audit: {
        target: { kind: 'invitation', id },
        facts: { from: invitation.expiresAt, to: expiresAt, generation },
      },
      outbox: mail ? [invitationMail(mail, extended, 'changed', `:until-${expiresAt}`)] : [],
      people: [...invitees.values()],
    }
  },
})
