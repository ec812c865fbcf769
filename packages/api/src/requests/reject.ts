import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { AnswerMessage, requestToAnswer } from './answer.ts'
import { requestAnsweredMail } from './mail.ts'
import { closeRequest } from './store.ts'

/** Says no to a request, with a message; whoever asked is told by mail. Refuses as `requestToAnswer` says. */
export const rejectRequest = command({
  permission: 'organization.read',
  records: 'request.rejected',
  input: inOrganization({ request: IdOf('req'), message: AnswerMessage }),
  async run(context, { request: id, message = null }) {
    const { tx, actor, now } = context
    const request = await requestToAnswer(context, id)
    await closeRequest(tx, id, { state: 'rejected', by: actor.id, message, now })
    return {
      result: {},
      audit: {
        target: { kind: 'user', id: request.user },
        facts: { request: id, ...(request.project && { project: request.project }) },
      },
      outbox: [requestAnsweredMail(id)],
      people: [request.user],
    }
  },
})
