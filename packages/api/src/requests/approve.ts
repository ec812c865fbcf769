import { REQUEST_GROUNDS } from '@roster/domain'
import { z } from 'zod'
import { ProjectTerms } from '../invitations/places-offered.ts'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { AnswerMessage, requestToAnswer } from './answer.ts'
import { giveAssignment } from './give.ts'
import { sendInvitation } from './invite.ts'
import { closeRequest } from './store.ts'

/**
 * Says yes to a request, with a role and the ground on which (O11). A member gets the role in the project at once;
 * somebody outside is sent the invitation by the same act, with roles in projects as its terms (O3, O4). Nobody gives
 * what they do not hold. Refuses with `request-closed`, and as `requestToAnswer`, `giveAssignment` and
 * `sendInvitation` say.
 */
export const approveRequest = command({
  permission: 'organization.read',
  records: 'request.approved',
  input: inOrganization({
    request: IdOf('req'),
    /** At the project, or at the organization for somebody who asks to join it. */
    role: IdOf('rol'),
    ground: z.enum(REQUEST_GROUNDS),
    message: AnswerMessage,
    /** Only for somebody who joins the organization. */
    projects: ProjectTerms.default([]),
  }),
  async run(context, { request: id, role, ground, message = null, projects }) {
    const { tx, actor, now } = context
    const request = await requestToAnswer(context, id)
    const approval = { request, role, ground, message }
    const given =
      request.project === null
        ? await sendInvitation(context, { ...approval, projects })
        : await giveAssignment(context, { ...approval, project: request.project })
    await closeRequest(tx, id, {
      state: 'approved',
      by: actor.id,
      message,
      now,
      role: given.role.id,
      ground,
      invitation: given.invitation,
      assignment: given.assignment,
    })
    return {
      result: { invitation: given.invitation, assignment: given.assignment },
      audit: [
        {
          target: { kind: 'user', id: request.user },
          facts: {
            request: id,
            ground,
            role: given.role.id,
            role_name: given.role.name,
            ...(request.project && { project: request.project }),
            ...(given.invitation && { invitation: given.invitation }),
            ...(given.assignment && { assignment: given.assignment }),
          },
        },
        ...given.audit,
      ],
      outbox: given.outbox,
      people: [request.user],
      shownBy: given.shownBy,
    }
  },
})
