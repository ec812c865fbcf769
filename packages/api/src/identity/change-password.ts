import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { Password } from '../platform/input.ts'
import { openCommand } from '../platform/open-command.ts'
import { beginSession } from './begin-session.ts'
import { confirmedAccount } from './current-password.ts'
import { passwordChangedMail } from './mails.ts'
import { changePasswordOf } from './password-change.ts'
import { hashChosen } from './passwords.ts'
import { ownAccount } from './store.ts'

/**
 * Chooses a new password, knowing the current one: every other session ends, and this one goes on under a new
 * bearer. Refuses with `wrong-password` (current), `weak-password` (next), `changed-meanwhile`, `too-many-attempts`
 * and `busy`.
 */
export const changePassword = openCommand({
  opensTo: 'signed-in',
  records: 'identity.password-changed',
  input: z.strictObject({ current: Password, next: Password }),
  async prepare(call, { current, next }) {
    const account = await confirmedAccount(call, current, 'current')
    return { was: account.passwordHash, becomes: await hashChosen(next, account, 'next') }
  },
  async run(context, _, { was, becomes }) {
    const { tx, now, actor } = context
    const account = await ownAccount(tx, actor)
    if (account.passwordHash !== was) throw new Refusal('changed-meanwhile')
    await changePasswordOf(tx, now, account.id, becomes)
    return {
      result: {},
      audit: { target: { kind: 'user', id: account.id } },
      outbox: [passwordChangedMail(context, account.id)],
      people: [account.id],
      session: await beginSession(context, account.id),
    }
  },
})
