import { expiryFrom, mayGiveSilently, orThrow, Refusal, supersede } from '@roster/domain'
import { z } from 'zod'
import type { AuditFacts } from '../platform/audit.ts'
import { bulkCommand, type CommandContext, type ItemDone } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { assess, type CallSoFar, type Invitee, nothingSoFar } from './assess.ts'
import { carriedOn, placesFacts } from './carried.ts'
import { limitSender } from './flood.ts'
import { Message, MOST_AT_ONCE, Recipients, recipientOf } from './input.ts'
import { copiedLink } from './link.ts'
import { invitationMail } from './mail.ts'
import { GroupIds, type Places, ProjectTerms, Reason, refusePlaces } from './places-offered.ts'
import { roleOffered } from './role-offered.ts'
import { close, insertInvitations, type NewInvitation, type Sending } from './store.ts'

export interface SentInvitation {
  readonly invitation: NewInvitation['id']
  /** The entry as it was typed. */
  readonly given: string
  /** `resent` when it took the place of an open one. */
  readonly outcome: 'sent' | 'resent'
  /** The link to hand over by other means; it proves no mailbox. */
  readonly link: string
}

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

/** Makes way for the new invitation, and names it. */
async function prepare(
  { tx, actor, now, newId }: CommandContext,
  invitee: Invitee,
  places: Places,
): Promise<NewInvitation> {
  for (const open of invitee.supersedes) await close(tx, orThrow(supersede(open, now)), actor.id)
  const { email, user } = invitee
  return {
    id: newId('inv'),
    email,
    user,
    mail: newId('msg'),
    places: carriedOn(places, invitee.superseded, now),
  }
}

function sent(
  context: CommandContext,
  { role, expiresAt }: Sending,
  given: string,
  { account, supersedes }: Invitee,
  { id, mail, places }: NewInvitation,
): ItemDone<SentInvitation> {
  const outcome = supersedes.length > 0 ? 'resent' : 'sent'
  const superseded = supersedes.map(
    (open): AuditFacts => ({
      action: 'invitation.superseded',
      target: { kind: 'invitation', id: open.id },
      facts: { by: id },
    }),
  )
  return {
    result: { invitation: id, given, outcome, link: copiedLink(context, { id, generation: 1 }) },
    audit: [
      {
        target: { kind: 'invitation', id },
        facts: { role, expiresAt, generation: 1, ...placesFacts(places) },
      },
      ...superseded,
    ],
    outbox: [invitationMail(mail, { id, generation: 1 }, supersedes.length > 0 ? 'again' : 'first')],
    people: account ? [account] : [],
    shownBy: [
      ...(places.projects.length > 0 ? (['projects'] as const) : []),
      ...(places.groups.length > 0 ? (['groups'] as const) : []),
    ],
  }
}
