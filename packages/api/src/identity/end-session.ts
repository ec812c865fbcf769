import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { IdOf } from '../platform/input.ts'
import { nothingToPrepare, openCommand } from '../platform/open-command.ts'
import { revokeSessions } from './sessions.ts'

/** Ends one of the caller's sessions, also this very one. Refuses with `not-found` for anybody else's. */
export const endSession = openCommand({
  opensTo: 'signed-in',
  records: 'identity.session-ended',
  input: z.strictObject({ session: IdOf('ses') }),
  prepare: nothingToPrepare,
  async run({ tx, actor, session: current }, { session }) {
    const ended = await revokeSessions(tx, { session, user: actor.id })
    if (ended === 0) throw new Refusal('not-found')
    return {
      result: {},
      audit: { target: { kind: 'session', id: session } },
      people: [actor.id],
      ...(session === current && { session: 'ends' }),
    }
  },
})
