import { expiryFrom, mayGiveSilently, orThrow, Refusal, recipientOf } from '@roster/domain'
import { z } from 'zod'
import { bulkCommand, type CommandContext, type ItemDone } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { assess, type CallSoFar, nothingSoFar } from './assess.ts'
import { limitSender } from './flood.ts'
import { Message, MOST_AT_ONCE, Recipients } from './input.ts'
import { GroupIds, ProjectTerms, Reason, refusePlaces } from './places-offered.ts'
import { roleOffered } from './role-offered.ts'
import { prepare, type SentInvitation, sent } from './sent.ts'
import { insertInvitations, type NewInvitation, type Sending } from './store.ts'

/** Fewer are counted as one. */
const MANY = 50

/**
 * Invites people by address or username, each with a result of their own (T17). An open invitation to the same
 * person is superseded, and the projects and groups it led to are carried on. Whoever accepts is also put into the
 * projects and groups named (I11, C14). Refuses the whole call with `not-found` and `role-level-mismatch` (role),
 * `beyond-your-own`, `expiry-out-of-range`, `too-large`, `too-many-attempts`, and as `refusePlaces` says; single
 * recipients as `assess` says.
 */
export const sendInvitations = bulkCommand({
  permission: 'invitations.send',
  records: 'invitation.sent',
  input: inOrganization({
    recipients: Recipients(MOST_AT_ONCE),
    role: IdOf('rol').optional(),
    expiryDays: z.int().nullable().optional(),
    message: Message,
    welcome: z.boolean().default(true),
    template: z.boolean().default(true),
    projects: ProjectTerms.default([]),
    groups: GroupIds.default([]),
    /** As the organization usually does, when nothing is said (D24). */
    defaultProjects: z.boolean().optional(),
    reason: Reason,
  }),
  items({ recipients }) {
    const call = { many: recipients.length >= MANY ? recipients.length : 0, soFar: nothingSoFar() }
    return recipients.map((given) => ({ given, call }))
  },
  async run(context, input, items): Promise<readonly ItemDone<SentInvitation>[]> {
    const { tx, actor, organization, now } = context
    const role = await roleOffered(tx, context, input.role)
    const { reason } = input
    orThrow(mayGiveSilently({ policies: organization.policies, role, reason }))
    await refusePlaces(tx, { ...context, reason }, input)
    const sending: Sending = {
      organization: organization.id,
      by: actor.id,
      role: role.id,
      reason,
      message: input.message ?? null,
      welcome: input.welcome,
      template: input.template,
      defaultProjects: input.defaultProjects ?? organization.policies.addToDefaultProjects,
      expiresAt: orThrow(expiryFrom(input.expiryDays, organization.policies, now)),
      now,
    }
    const call = items[0]?.call
    if (!call) return []
    await limitCaller(context, call)
    // Read here and not beforehand: ten thousand of them take longer than others can wait.
    const recipients = items.map((item) => recipientOf(item.given))
    const verdicts = await assess(tx, context, recipients, call.soFar)
    const done: ItemDone<SentInvitation>[] = []
    const written: NewInvitation[] = []
    for (const [index, verdict] of verdicts.entries()) {
      if (verdict instanceof Refusal) done.push({ refusal: verdict })
      else {
        const invitation = await prepare(context, verdict, input)
        written.push(invitation)
        done.push(sent(context, sending, recipients[index]?.given ?? '', verdict, invitation))
      }
    }
    await insertInvitations(tx, context.newId, sending, written)
    return done
  },
})

/** Counts once a call, before its first chunk. */
async function limitCaller(
  { tx, organization, actor, now }: CommandContext,
  call: { many: number; readonly soFar: CallSoFar },
): Promise<void> {
  if (call.many > 0) {
    await limitSender(tx, { organization: organization.id, sender: actor.id, more: call.many, now })
  }
  call.many = 0
}
