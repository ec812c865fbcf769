import { mayWithdraw, orThrow, Refusal } from '@roster/domain'
import { z } from 'zod'
import { IdOf } from '../platform/input.ts'
import { nothingToPrepare, openCommand } from '../platform/open-command.ts'
import { closeRequest, requestById } from './store.ts'

/** Takes back a request of one's own that nobody has answered. Refuses with `not-found` and `request-closed`. */
export const withdrawRequest = openCommand({
  opensTo: 'signed-in',
  records: 'request.withdrawn',
  input: z.strictObject({ request: IdOf('req') }),
  prepare: nothingToPrepare,
  async run({ tx, actor, now }, { request: id }) {
    const request = await requestById(tx, id)
    if (!request) throw new Refusal('not-found')
    orThrow(mayWithdraw(request, actor.id))
    await closeRequest(tx, id, { state: 'withdrawn', by: actor.id, message: null, now })
    return {
      result: {},
      audit: {
        organization: request.organization,
        target: { kind: 'user', id: actor.id },
        facts: { request: id, ...(request.project && { project: request.project }) },
      },
      people: [actor.id],
    }
  },
})
