import { mayAct, orThrow, status } from '@roster/domain'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { copiedLink } from './link.ts'
import { managed } from './managed.ts'

/**
 * The link of an open invitation, to hand over by other means when the mail was lost (T19). It proves no mailbox,
 * and that it was copied is recorded. Refuses with `not-found`, `beyond-your-own`, `invitation-not-open`.
 */
export const copyInvitationLink = command({
  permission: 'invitations.manage',
  records: 'invitation.link-copied',
  input: inOrganization({ invitation: IdOf('inv') }),
  async run(context, { invitation: id }) {
    const { invitation } = orThrow((await managed(context.tx, context, [id]))(id))
    orThrow(mayAct('copy-link', status(invitation, invitation.delivery, context.now)))
    return {
      result: { link: copiedLink(context, invitation) },
      audit: { target: { kind: 'invitation', id }, facts: { generation: invitation.generation } },
    }
  },
})
