import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { IdOf, LinkSecret } from '../platform/input.ts'
import { openCommand } from '../platform/open-command.ts'
import { tryLink } from './limits.ts'
import { openLink, spendLink } from './one-time-links.ts'
import { accountById } from './store.ts'
import { proveAddress } from './verification.ts'

/**
 * Proves an account's address with the link mailed there. It needs no session, since the mail may be read on
 * another device. Refuses with `link-invalid`, also when the account has another address by now, and
 * `too-many-attempts`.
 */
export const verifyEmail = openCommand({
  opensTo: 'anyone',
  records: 'identity.email-verified',
  input: z.strictObject({ link: IdOf('otl'), secret: LinkSecret }),
  async prepare(call, { link: id, secret }) {
    await tryLink(call, () => openLink(call.reader, call, { purpose: 'verify-email', id, secret }))
  },
  async run(context, { link: id, secret }) {
    const { tx, now } = context
    const link = await spendLink(tx, context, { purpose: 'verify-email', id, secret })
    const account = link.user && (await accountById(tx, link.user))
    if (!account || account.email !== link.email) throw new Refusal('link-invalid')
    await proveAddress(tx, now, account)
    return {
      result: {},
      audit: { target: { kind: 'user', id: account.id }, actor: account.id },
      people: [account.id],
    }
  },
})
