import { type ChangeId, type MemberId, orThrow, Refusal } from '@roster/domain'
import { z } from 'zod'
import { revokeSessions } from '../../identity/sessions.ts'
import { attempt } from '../../platform/attempt.ts'
import type { AuditFacts } from '../../platform/audit.ts'
import { bulkCommand, type CommandContext, type ItemDone } from '../../platform/command.ts'
import { inOrganization } from '../../platform/input.ts'
import { Members } from '../input.ts'
import { mayRemove } from '../may-remove.ts'
import { endMembership } from '../store.ts'
import { targetOf } from '../target.ts'
import { handOver, revokeSent, type Settled } from './sent.ts'
import { standingCounts } from './standing.ts'

export interface Offboarded {
  readonly member: MemberId
  readonly name: string
  /** What ended is found, and can be undone, by it. */
  readonly change: ChangeId
}

/** What becomes of the open invitations that somebody sent who goes. */
const Sent = z.enum(['revoke', 'hand-over'])

/**
 * Ends everything that people have here in one go (D39): membership, roles, projects and groups; every session of
 * their accounts on this Roster; and the open invitations they sent, which are revoked or go on in the caller's
 * name. The accounts stay theirs. Refuses each as removing does: `not-found`, `transfer-first`, `not-yourself`,
 * `beyond-your-own`. Invitations that the caller may not touch stay as they are: nobody backs them any more, so they
 * let nobody in.
 */
export const offboard = bulkCommand({
  permission: 'members.remove',
  records: 'member.offboarded',
  input: inOrganization({ members: Members, sent: Sent }),
  items: (input) => input.members,
  async run(context, { sent }, members: readonly MemberId[]): Promise<readonly ItemDone<Offboarded>[]> {
    const outcomes: ItemDone<Offboarded>[] = []
    for (const member of members) {
      const outcome = await attempt(context.tx, () => offboardOne(context, member, sent))
      outcomes.push(outcome instanceof Refusal ? { refusal: outcome } : outcome)
    }
    return outcomes
  },
})

async function offboardOne(
  context: CommandContext,
  member: MemberId,
  sent: z.output<typeof Sent>,
): Promise<ItemDone<Offboarded>> {
  const { tx, organization, actor, now, change } = context
  const target = orThrow(await targetOf(tx, organization, member))
  orThrow(mayRemove(context, target))
  const before = await standingCounts(tx, organization.id, member, now)
  const settled: Settled =
    sent === 'revoke' ? await revokeSent(context, target.user) : await handOver(context, target.user)
  await endMembership(tx, { organization: organization.id, member, by: actor.id, now })
  const sessions = await revokeSessions(tx, { user: target.user, except: null })
  const own: AuditFacts = {
    target: { kind: 'user', id: target.user },
    facts: {
      member,
      role: target.role.id,
      role_name: target.role.name,
      projects: before.projects,
      groups: before.groups,
      invitations: settled.audit.length,
      invitations_left: settled.left,
      sessions,
    },
  }
  return {
    result: { member, name: target.name, change },
    audit: [own, ...settled.audit],
    people: [target.user, ...settled.people],
    shownBy: ['invitations', 'projects', 'groups', 'identity'],
  }
}
