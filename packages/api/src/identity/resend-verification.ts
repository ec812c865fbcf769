import { z } from 'zod'
import { UNCHANGED } from '../platform/command.ts'
import { callerFor, openCommand } from '../platform/open-command.ts'
import { limitMailBy } from './limits.ts'
import { verificationMail } from './mails.ts'
import { ownAccount } from './store.ts'

/** Mails the caller another link to prove their address, unless it is proved. Refuses with `too-many-attempts`. */
export const resendVerification = openCommand({
  opensTo: 'signed-in',
  records: 'identity.email-verified',
  input: z.strictObject({}),
  prepare: (call) => limitMailBy(call, callerFor('signed-in', call.actor).id),
  async run(context) {
    const account = await ownAccount(context.tx, context.actor)
    const outbox = account.verifiedAt ? [] : [await verificationMail(context, account.id, account.email)]
    // The mail shows in the outbox; that the address is proved is recorded when it is.
    return { result: {}, audit: UNCHANGED, outbox }
  },
})
