import { mayGrant, orThrow, Refusal } from '@roster/domain'
import { revokeSessions } from '../identity/sessions.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { targetOf } from './target.ts'

/**
 * Signs a member out everywhere, for a lost device, and answers how many sessions there were; their password stays.
 * Refuses with `not-found`, with `not-yourself` (that is done in one's own account), and with `beyond-your-own` for
 * somebody who holds more than the caller.
 */
export const endSessions = command({
  permission: 'members.reset-password',
  records: 'member.sessions-ended',
  input: inOrganization({ member: IdOf('mem') }),
  async run({ tx, organization, held, actor }, { member }) {
    const target = orThrow(await targetOf(tx, organization, member))
    if (target.user === actor.id) throw new Refusal('not-yourself')
    orThrow(mayGrant(held, target.role.permissions))
    const ended = await revokeSessions(tx, { user: target.user, except: null })
    if (ended === 0) return { result: { ended }, audit: UNCHANGED }
    return {
      result: { ended },
      audit: { target: { kind: 'user', id: target.user }, facts: { member, ended } },
      people: [target.user],
      shownBy: ['identity'] as const,
    }
  },
})
