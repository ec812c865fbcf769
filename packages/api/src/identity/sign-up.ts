import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { UNCHANGED } from '../platform/command.ts'
import { Email, IdOf, LinkSecret, Password, PersonName, Username } from '../platform/input.ts'
import { openCommand } from '../platform/open-command.ts'
import { beginSession } from './begin-session.ts'
import { invitedBy } from './invited.ts'
import { limitSignUps, mayGetMail, tryLink } from './limits.ts'
import { accountExistsMail, verificationMail } from './mails.ts'
import { issueLink } from './one-time-links.ts'
import { hashChosen } from './passwords.ts'
import { holderOf, insertAccount, isSetUp, keepEmailUnique, keepUsernameUnique } from './store.ts'

/**
 * Makes an account. Through an invitation, for the invited address only: a mailed link verifies it, and the person
 * is signed in, ready to accept. Without one, where sign-up is open, the answer is the same whether or not there is
 * an account with that address; the mailbox gets to know. Never touches an account that exists.
 *
 * Refuses with `sign-up-closed`, `weak-password`, `username-taken`, `too-many-attempts` and `busy`; with an
 * invitation also with `email-taken`, `wrong-recipient`, `link-invalid`, `invitation-closed`, `invitation-expired`.
 */
export const signUp = openCommand({
  opensTo: 'anyone',
  records: 'identity.signed-up',
  input: z.strictObject({
    name: PersonName,
    username: Username,
    email: Email,
    password: Password,
    invitation: z.strictObject({ id: IdOf('inv'), secret: LinkSecret }).optional(),
  }),
  async prepare(call, { invitation, name, username, email, password }) {
    if (invitation) {
      await tryLink(call, () => invitedBy(call.reader, call, invitation, email))
    } else {
      const open = call.instance.signUp === 'open' && (await isSetUp(call.reader))
      if (!open) throw new Refusal('sign-up-closed')
      await limitSignUps(call)
    }
    const passwordHash = await hashChosen(password, { name, username, email }, 'password')
    return { passwordHash, mayMail: await mayGetMail(call, 'sign-up', email) }
  },
  async run(context, { invitation, name, username, email }, { passwordHash, mayMail }) {
    const { tx, newId, now } = context
    const invited = invitation ? await invitedBy(tx, context, invitation, email) : null
    // First, and for every address: what it tells is public, and tells nothing of the address.
    await keepUsernameUnique(tx, username)
    if (invited) await keepEmailUnique(tx, email)
    const holder = await holderOf(tx, email)
    if (holder) {
      // As much to write as for a new account, so that the time it takes tells nothing either.
      await issueLink(tx, context, { purpose: 'verify-email', user: null, email: null })
      return {
        result: { verified: false, signedIn: false },
        audit: UNCHANGED,
        outbox: mayMail ? [accountExistsMail(holder, now)] : [],
      }
    }
    const verified = invited?.mailed ?? false
    const user = await insertAccount(tx, newId, { name, username, email, passwordHash, verified, now })
    return {
      result: { verified, signedIn: invited !== null },
      audit: {
        target: { kind: 'user', id: user },
        actor: user,
        facts: { invitation: invited?.id ?? null, verified },
      },
      outbox: verified || !mayMail ? [] : [await verificationMail(context, user, email)],
      people: [user],
      ...(invited && { session: await beginSession(context, user) }),
    }
  },
})
