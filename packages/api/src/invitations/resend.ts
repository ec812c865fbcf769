import {
  DAY,
  expiryFrom,
  type Instant,
  type InvitationId,
  mayInvite,
  type OrganizationPolicies,
  orThrow,
  Refusal,
  resend,
  type UserId,
} from '@roster/domain'
import { bulkCommand, type CommandContext, type ItemDone } from '../platform/command.ts'
import { inOrganization } from '../platform/input.ts'
import { withoutAddress } from './assess.ts'
import { type Mailed, mailedLately } from './flood.ts'
import { InvitationIds, Message } from './input.ts'
import { invitationMail } from './mail.ts'
import { inviteesOf, type Managed, managed } from './managed.ts'
import { renew } from './store.ts'
import type { StoredInvitation } from './stored.ts'
import { endorse } from './terms.ts'

export interface ResentInvitation {
  readonly invitation: InvitationId
}

/**
 * Mails open invitations again, also expired ones: a new link and a new end after the same time as before; every
 * older link is void, the terms stay, and whoever resends answers for them. New words replace the old ones. Refuses
 * each by itself with `not-found`, `beyond-your-own`, `invitation-not-open`, `domain-blocked`, `too-many-attempts`.
 */
export const resendInvitations = bulkCommand({
  permission: 'invitations.manage',
  records: 'invitation.resent',
  input: inOrganization({ invitations: InvitationIds, message: Message }),
  items: ({ invitations }) => invitations,
  async run(context, { message }, ids): Promise<readonly ItemDone<ResentInvitation>[]> {
    const { tx, actor, organization, now } = context
    const find = await managed(tx, context, ids)
    const found = new Map(ids.map((id) => [id, find(id)]))
    const open = [...found.values()].flatMap((one) => (one instanceof Refusal ? [] : [one.invitation]))
    const invitees = await inviteesOf(tx, open)
    const emails = open.map((one) => one.email)
    const mailed = await mailedLately(tx, organization.id, emails, now)

    const done: ItemDone<ResentInvitation>[] = []
    for (const id of ids) {
      const renewal = renewed(
        found.get(id) ?? new Refusal('not-found'),
        mailed,
        organization.policies,
        message,
        now,
      )
      if (renewal instanceof Refusal) done.push({ refusal: renewal })
      else {
        const invitee = invitees.get(renewal.invitation.id)
        done.push({ ...(await mailAgain(context, renewal)), people: invitee ? [invitee] : [] })
        // An id that is there twice finds what its first mention made of it.
        found.set(id, answeredForBy(actor.id, renewal))
      }
    }
    return done
  },
})

/** What resending makes of it; the terms are still the old ones. */
function renewed(
  found: Managed | Refusal,
  mailed: Mailed,
  policies: OrganizationPolicies,
  message: string | null | undefined,
  now: Instant,
): Managed | Refusal {
  if (found instanceof Refusal) return found
  const invitation = resend(found.invitation, endAfterTheSameTime(found.invitation, policies, now))
  if (invitation instanceof Refusal) return invitation
  // It has its seat already; only where mail may go is asked again.
  const { email, user } = invitation
  const welcome = mayInvite({ email, policies, seatsTaken: 0 })
  if (welcome instanceof Refusal) return user === null ? welcome : withoutAddress(welcome)
  const quiet = mailed.take(email)
  if (quiet instanceof Refusal) return quiet
  const words = message === undefined ? invitation.message : message
  return { invitation: { ...invitation, sentAt: now, message: words }, terms: found.terms }
}

/** As long as before, in whole days, if the policies still allow that; else what is usual now. */
function endAfterTheSameTime(
  { expiresAt, sentAt }: StoredInvitation,
  policies: OrganizationPolicies,
  now: Instant,
): Instant | null {
  const days = expiresAt === null ? null : Math.round((expiresAt - sentAt) / DAY)
  const same = expiryFrom(days, policies, now)
  return same instanceof Refusal ? orThrow(expiryFrom(undefined, policies, now)) : same
}

function answeredForBy(by: UserId, { invitation, terms }: Managed): Managed {
  const roles = terms.roles.map((term) => ({ ...term, givenBy: by }))
  const groups = terms.groups.map((term) => ({ ...term, givenBy: by }))
  return { invitation, terms: { roles, groups } }
}

async function mailAgain(
  { tx, actor, organization, now, newId }: CommandContext,
  { invitation, terms }: Managed,
) {
  const mail = newId('msg')
  await renew(tx, invitation, mail)
  await endorse(tx, newId, terms, { organization: organization.id, by: actor.id, now })
  const { id, generation, expiresAt } = invitation
  return {
    result: { invitation: id },
    audit: { target: { kind: 'invitation', id }, facts: { generation, expiresAt } } as const,
    outbox: [invitationMail(mail, invitation, 'again')],
  }
}
