import { z } from 'zod'
import { nothingToPrepare, openCommand } from '../platform/open-command.ts'
import { revokeSessions } from './sessions.ts'

/** Ends the session the call came with, on the server and in the browser. */
export const signOut = openCommand({
  opensTo: 'signed-in',
  records: 'identity.signed-out',
  input: z.strictObject({}),
  prepare: nothingToPrepare,
  async run({ tx, actor, session }) {
    if (session) await revokeSessions(tx, { session, user: actor.id })
    return {
      result: {},
      audit: { target: { kind: 'user', id: actor.id } },
      people: [actor.id],
      session: 'ends',
    }
  },
})
