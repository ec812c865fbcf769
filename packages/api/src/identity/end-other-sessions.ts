import { z } from 'zod'
import { UNCHANGED } from '../platform/command.ts'
import { nothingToPrepare, openCommand } from '../platform/open-command.ts'
import { revokeSessions } from './sessions.ts'

/** Ends all of the caller's sessions but this one and answers how many there were. */
export const endOtherSessions = openCommand({
  opensTo: 'signed-in',
  records: 'identity.session-ended',
  input: z.strictObject({}),
  prepare: nothingToPrepare,
  async run({ tx, actor, session }) {
    const ended = await revokeSessions(tx, { user: actor.id, except: session })
    return {
      result: { ended },
      audit: ended === 0 ? UNCHANGED : { target: { kind: 'user', id: actor.id }, facts: { ended } },
      people: [actor.id],
    }
  },
})
