import { z } from 'zod'
import { UNCHANGED } from '../platform/command.ts'
import { Email, Password } from '../platform/input.ts'
import { openCommand } from '../platform/open-command.ts'
import { confirmedAccount } from './current-password.ts'
import { limitMailBy, mayGetMail } from './limits.ts'
import { accountExistsMail, emailChangeMail } from './mails.ts'
import { issueLink, voidLinks } from './one-time-links.ts'
import { holderOf, ownAccount } from './store.ts'

/**
 * Asks for another address: nothing changes until the link mailed there is opened; asking again replaces it. The
 * answer is the same when somebody else has that address; its mailbox gets to know. Refuses with `wrong-password`
 * (password), `too-many-attempts` and `busy`.
 */
export const askEmailChange = openCommand({
  opensTo: 'signed-in',
  records: 'identity.email-change-asked',
  input: z.strictObject({ password: Password, email: Email }),
  async prepare(call, { password, email }) {
    const account = await confirmedAccount(call, password, 'password')
    await limitMailBy(call, account.id)
    return { mayMail: await mayGetMail(call, 'email change', email) }
  },
  async run(context, { email }, { mayMail }) {
    const { tx, now, actor } = context
    const account = await ownAccount(tx, actor)
    if (account.email === email) return { result: {}, audit: UNCHANGED }
    await voidLinks(tx, now, account.id, ['change-email'])
    const holder = await holderOf(tx, email)
    // Written also when it opens nothing, so that the time it takes does not tell who has an account.
    if (holder || !mayMail) await issueLink(tx, context, { purpose: 'change-email', user: null, email: null })
    const mail = holder ? accountExistsMail(holder, now) : await emailChangeMail(context, account.id, email)
    return {
      result: {},
      audit: { target: { kind: 'user', id: account.id } },
      outbox: mayMail ? [mail] : [],
    }
  },
})
