import { accept, type Instant, type InvitationId, orThrow, Refusal } from '@roster/domain'
import { z } from 'zod'
import { proveAddress } from '../identity/verification.ts'
import { beginMembership } from '../members/store.ts'
import { LinkSecret } from '../platform/input.ts'
import { nothingToPrepare, type OpenAuditFacts, openCommand } from '../platform/open-command.ts'
import type { Transaction } from '../platform/writer.ts'
import { type GivenByDefault, giveDefaultProjects } from '../projects/default.ts'
import type { RoleRef } from '../roles/store.ts'
import { admission } from './admission.ts'
import { type Given, giveToMember } from './given.ts'
import { LinkedInvitation } from './input.ts'
import { approach, type InviteeAccount } from './invitee.ts'
import { welcomeMail } from './mail.ts'
import { type PartLeftOut, partsLeftOut } from './places-view.ts'
import { close } from './store.ts'

export interface Joined {
  /** The short name of the organization, where to go next. */
  readonly organization: string
  readonly role: RoleRef
  /** What was part of the invitation and is not given today. */
  readonly leftOut: readonly PartLeftOut[]
}

/**
 * The invitee joins, with exactly the terms of the invitation, under the rules of this moment (T5, O7): the role, the
 * projects with a role each, the groups (I11); what cannot be given any more is left out and said. A mailed
 * link verifies their address as well. Refuses with `link-invalid` (unknown, or a wrong or old secret),
 * `wrong-recipient`, `invitation-closed`, `invitation-expired`, `email-not-verified`, and as `admission` says.
 */
export const acceptInvitation = openCommand({
  opensTo: 'signed-in',
  records: 'invitation.accepted',
  input: z.strictObject({ invitation: LinkedInvitation, secret: LinkSecret.optional() }),
  prepare: nothingToPrepare,
  async run(context, input) {
    const { tx, actor, now, newId } = context
    const { offer, proof, user } = await approach(tx, context, input)
    if (!user) throw new Refusal('not-signed-in')
    const accepted = orThrow(accept(offer.invitation, { user, proof }, now))
    const { role, places } = orThrow(await admission(tx, offer, user, now))

    const verified = accepted.provesMailbox && !user.verified ? await verify(tx, user, now) : []
    const { organization } = offer
    const member = await beginMembership(tx, newId, {
      organization: organization.id,
      user: actor.id,
      role: role.role.id,
      source: 'invitation',
      by: role.givenBy,
      now,
      reason: role.reason,
    })
    const given = await giveToMember(tx, newId, places, { organization: organization.id, member, now })
    const byDefault = accepted.defaultProjects
      ? await giveDefaultProjects(tx, newId, { organization, member, by: role.givenBy, now })
      : []
    await close(tx, accepted, actor.id, member)

    const facts = { role: role.role.id, invitation: accepted.id }
    const joined: OpenAuditFacts = {
      organization: organization.id,
      action: 'member.joined',
      target: { kind: 'user', id: actor.id },
      facts: { ...facts, member, source: 'invitation' },
    }
    const inOrganization = { organization: organization.id, target: { kind: 'user', id: actor.id } } as const
    return {
      result: {
        organization: organization.slug,
        role: role.role,
        leftOut: partsLeftOut(places),
      } satisfies Joined,
      audit: [
        {
          organization: organization.id,
          target: { kind: 'invitation', id: accepted.id },
          facts: { role: role.role.id, generation: accepted.generation, proof },
        },
        joined,
        ...entriesOf(given, byDefault, accepted.id).map((entry) => ({ ...inOrganization, ...entry })),
        ...verified,
      ],
      outbox: accepted.welcome ? [{ ...welcomeMail(accepted.id), organization: organization.id }] : [],
      people: [actor.id, accepted.invitedBy],
    }
  },
})

/** An entry for each project and each group that somebody joined, so that each can be found, and undone, by itself. */
function entriesOf(
  { projects, groups }: Given,
  byDefault: readonly GivenByDefault[],
  invitation: InvitationId,
): readonly Pick<OpenAuditFacts, 'action' | 'facts'>[] {
  const given = [
    ...projects.map(({ project, role, begun, expiresAt }) => ({
      project,
      role,
      assignment: begun,
      expiresAt,
    })),
    ...byDefault.map((one) => ({ ...one, expiresAt: null })),
  ]
  return [
    ...given.map(({ project, role, assignment, expiresAt }) => ({
      action: 'assignment.given' as const,
      facts: {
        project,
        role: role.id,
        role_name: role.name,
        assignment,
        invitation,
        ...(expiresAt !== null && { expires_at: expiresAt }),
      },
    })),
    ...groups.map(({ group }) => ({ action: 'group.member-added' as const, facts: { group, invitation } })),
  ]
}

/** The mailed link was followed, so the mailbox is theirs. */
async function verify(tx: Transaction, user: InviteeAccount, now: Instant): Promise<OpenAuditFacts[]> {
  await proveAddress(tx, now, user)
  return [{ action: 'identity.email-verified', target: { kind: 'user', id: user.id } }]
}
