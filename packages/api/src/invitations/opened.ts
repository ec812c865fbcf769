import { stillOpen } from '@roster/domain'
import { z } from 'zod'
import { UNCHANGED } from '../platform/command.ts'
import { LinkSecret } from '../platform/input.ts'
import { nothingToPrepare, openCommand } from '../platform/open-command.ts'
import { membershipsOf } from './behind.ts'
import { LinkedInvitation } from './input.ts'
import { approach } from './invitee.ts'
import { stampOpened } from './store.ts'

/**
 * Notes, once, that somebody outside the organization has opened the link of an open invitation (D45). The page
 * says so by a POST of its own, which scanners of mail do not make (A11). Refuses with `link-invalid`.
 */
export const invitationOpened = openCommand({
  opensTo: 'anyone',
  records: 'invitation.opened',
  input: z.strictObject({ invitation: LinkedInvitation, secret: LinkSecret }),
  prepare: nothingToPrepare,
  async run(context, input) {
    const { tx, actor, now } = context
    const { offer, proof } = await approach(tx, context, input)
    const { invitation, organization } = offer
    const { here } = await membershipsOf(tx, organization.id, actor ? [actor.id] : [])
    const first = invitation.openedAt === null && stillOpen(invitation, now) === true && here.size === 0
    if (!first) return { result: {}, audit: UNCHANGED }
    await stampOpened(tx, invitation.id, now)
    return {
      result: {},
      audit: {
        organization: organization.id,
        target: { kind: 'invitation', id: invitation.id },
        facts: { generation: invitation.generation, proof },
      },
    }
  },
})
