import { expiryFrom, mayGiveSilently, orThrow, Refusal, supersede } from '@roster/domain'
import { accountById } from '../identity/store.ts'
import { assess, nothingSoFar } from '../invitations/assess.ts'
import { carriedOn, placesFacts } from '../invitations/carried.ts'
import { invitationMail } from '../invitations/mail.ts'
import { type Places, refusePlaces } from '../invitations/places-offered.ts'
import { roleOffered } from '../invitations/role-offered.ts'
import { close, insertInvitations } from '../invitations/store.ts'
import type { AuditFacts } from '../platform/audit.ts'
import type { CommandContext } from '../platform/command.ts'
import { type Approval, type Given, reasonFor } from './give.ts'

interface InvitationApproval extends Approval {
  /** Roles in projects that come with it. */
  readonly projects: Places['projects']
}

/**
 * Sends the invitation that somebody outside has asked for; only their account can accept it. Refuses with
 * `beyond-your-own`, `role-level-mismatch`, `not-found` (role, or an account that is gone), as `refusePlaces` says of
 * projects, and as `assess` says: `already-member`, `domain-blocked`, `seat-limit`, `other-organization`,
 * `too-many-attempts`.
 */
export async function sendInvitation(
  context: CommandContext,
  { request, role: asked, ground, message, projects }: InvitationApproval,
): Promise<Given> {
  const { tx, newId, organization, actor, now } = context
  const { policies } = organization
  const role = await roleOffered(tx, context, asked)
  const reason = reasonFor(ground)
  const asks = { projects, groups: [] }
  orThrow(mayGiveSilently({ policies, role, reason }))
  await refusePlaces(tx, { ...context, reason }, asks)
  const account = await accountById(tx, request.user)
  if (!account) throw new Refusal('not-found')
  const { username } = account
  const [invitee] = await assess(
    tx,
    context,
    [{ kind: 'username', given: username, username }],
    nothingSoFar(),
  )
  if (!invitee) throw new Refusal('not-found')
  const { email, supersedes, superseded: before } = orThrow(invitee)
  const places = carriedOn(asks, before, now)
  for (const open of supersedes) await close(tx, orThrow(supersede(open, now)), actor.id)

  const id = newId('inv')
  const mail = newId('msg')
  const expiresAt = orThrow(expiryFrom(undefined, policies, now))
  await insertInvitations(
    tx,
    newId,
    {
      organization: organization.id,
      by: actor.id,
      role: role.id,
      reason,
      message,
      welcome: true,
      template: true,
      defaultProjects: policies.addToDefaultProjects,
      expiresAt,
      now,
    },
    [{ id, email, user: request.user, mail, places }],
  )
  const superseded = supersedes.map(
    (open): AuditFacts => ({
      action: 'invitation.superseded',
      target: { kind: 'invitation', id: open.id },
      facts: { by: id },
    }),
  )
  return {
    role,
    invitation: id,
    assignment: null,
    audit: [
      {
        action: 'invitation.sent',
        target: { kind: 'invitation', id },
        facts: {
          role: role.id,
          expiresAt,
          generation: 1,
          request: request.id,
          ...placesFacts(places),
        },
      },
      ...superseded,
    ],
    outbox: [invitationMail(mail, { id, generation: 1 }, supersedes.length > 0 ? 'again' : 'first')],
    shownBy: [
      'invitations',
      ...(places.projects.length > 0 ? (['projects'] as const) : []),
      ...(places.groups.length > 0 ? (['groups'] as const) : []),
    ],
  }
}
