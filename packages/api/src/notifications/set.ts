import { isNotificationKind, Refusal } from '@roster/domain'
import { z } from 'zod'
import { ownAccount } from '../identity/store.ts'
import { UNCHANGED } from '../platform/command.ts'
import { nothingToPrepare, openCommand } from '../platform/open-command.ts'
import { setWanted, switchedOff } from './store.ts'

/** A kind of mail that can be switched off: `invalid-input` for any other, such as mail about one's security. */
const Kind = z
  .string()
  .max(50)
  .transform((text, context) => {
    if (isNotificationKind(text)) return text
    const refusal = new Refusal('invalid-input', { field: 'kind', reason: 'this mail is always sent' })
    context.addIssue({ code: 'custom', message: refusal.message, params: { refusal } })
    return z.NEVER
  })

/** Switches a kind of mail to the caller on or off (O16). Refuses with `invalid-input` for what is always sent. */
export const setNotification = openCommand({
  opensTo: 'signed-in',
  records: 'identity.notifications-changed',
  input: z.strictObject({ kind: Kind, wanted: z.boolean() }),
  prepare: nothingToPrepare,
  async run({ tx, actor, now }, { kind, wanted }) {
    const { id: user } = await ownAccount(tx, actor)
    if (wanted === !(await switchedOff(tx, user)).has(kind)) return { result: {}, audit: UNCHANGED }
    await setWanted(tx, { user, kind, wanted, now })
    return {
      result: {},
      audit: { target: { kind: 'user', id: user }, facts: { field: kind, before: !wanted, after: wanted } },
      people: [user],
    }
  },
})
