import { z } from 'zod'
import { Email } from '../platform/input.ts'
import { openCommand } from '../platform/open-command.ts'
import { limitResets, mayGetMail } from './limits.ts'
import { resetMail } from './mails.ts'
import { issueLink } from './one-time-links.ts'
import { accountByEmail } from './store.ts'

/**
 * Mails a link to choose a new password, if there is an account with that address. The answer and the work are the
 * same if there is none. Refuses with `too-many-attempts`, counted by where the asks come from only: nobody can use
 * up another's way back in, since the links of earlier mails stay good.
 */
export const askPasswordReset = openCommand({
  opensTo: 'anyone',
  records: 'identity.password-reset-asked',
  input: z.strictObject({ email: Email }),
  async prepare(call, { email }) {
    await limitResets(call)
    return { mayMail: await mayGetMail(call, 'password reset', email) }
  },
  async run(context, { email }, { mayMail }) {
    const account = await accountByEmail(context.tx, email)
    if (!account || !mayMail) {
      // A row that opens nothing: a commit that writes and one that does not are told apart by the clock.
      await issueLink(context.tx, context, { purpose: 'reset-password', user: null, email: null })
      return { result: {}, audit: { target: null } }
    }
    return {
      result: {},
      audit: { target: { kind: 'user', id: account.id } },
      outbox: [await resetMail(context, account.id, account.email)],
    }
  },
})
