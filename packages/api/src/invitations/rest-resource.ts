import { INVITATION_ACTIONS, INVITATION_STATES, type InvitationId } from '@roster/domain'
import { z } from 'zod'
import { AnId, At, GroupRef, Person, ProjectRef, RoleRef, Secret } from '../transport/rest/schemas.ts'
import type { AtPath } from '../transport/rest/taken.ts'
import type { ListedInvitation } from './listed.ts'

/** An invitation as programs see it. */
export const Invitation = z
  .object({
    id: AnId('inv'),
    type: z.literal('JOIN_ORGANIZATION').describe('Every invitation leads into the organization.'),
    organization: AnId('org').describe('Where it leads.'),
    url: z
      .string()
      .describe(
        'Where the invitee answers it. It opens only for the account that is invited; to everybody else it is nothing without the secret in the mailed or copied link.',
      )
      .meta({ format: 'uri' }),
    recipient: z
      .object({ email: z.string().nullable(), username: z.string().nullable() })
      .describe('One of the two: whoever was invited by username keeps their address to themself.'),
    role: RoleRef.describe('Their role in the organization, once they accept.'),
    projects: z.array(z.object({ project: ProjectRef, role: RoleRef, expiresAt: At.nullable() })),
    groups: z.array(GroupRef),
    hiddenPlaces: z
      .int()
      .describe('How many more projects and groups it leads to that are not yours to see.'),
    defaultProjects: z.boolean().describe('Whether it also leads to the projects that new members join.'),
    status: z
      .enum([...INVITATION_STATES, 'active', 'expired', 'undeliverable'])
      .describe('`pending`: its mail is on its way. `active`: it was sent and waits for an answer.'),
    expiresSoon: z.boolean().describe('Whether less than 48 hours are left.'),
    sentAt: At,
    expiresAt: At.nullable().describe('Null never.'),
    openedAt: At.nullable().describe('When its link was first opened.'),
    closedAt: At.nullable(),
    purgedAt: At.nullable().describe('Since when nobody can tell whom it was for.'),
    invitedBy: Person,
    message: z.string().nullable(),
    generation: z.int().describe('Rises whenever it is sent again: older links are void.'),
    delivery: z
      .object({
        state: z.enum(['queued', 'handed-over', 'failed', 'pointless']),
        attempts: z.int(),
        nextAttemptAt: At.nullable(),
        outcome: z.string().nullable().describe('What the mail server said, or the reason.'),
      })
      .nullable()
      .describe('What became of its latest mail.'),
    actions: z.array(z.enum(INVITATION_ACTIONS)).describe('What can be done with it at this moment.'),
  })
  .meta({ id: 'Invitation', description: 'Somebody is asked to join the organization.' })

/** An invitation in the shape that programs see. */
export function shownInvitation({ places, ...invitation }: ListedInvitation, { call }: AtPath) {
  return {
    ...invitation,
    type: 'JOIN_ORGANIZATION',
    organization: call.actor.organization,
    url: `${call.instance.url}/invitations/${invitation.id}`,
    projects: places.projects,
    groups: places.groups,
    hiddenPlaces: places.hidden,
  }
}

/** What sending answers for each recipient. */
export const Sent = z
  .object({
    id: AnId('inv'),
    outcome: z.enum(['sent', 'resent']).describe('`resent` where it took the place of an open one.'),
    link: Secret.describe('The link to hand over by other means; whoever has it can open the invitation.'),
  })
  .meta({ id: 'SentInvitation' })

/** What sending would answer for each recipient. */
export const Checked = z
  .object({
    items: z.array(
      z.object({
        given: z.string(),
        kind: z.enum(['email', 'username', 'invalid']),
        canonical: z.string().nullable().describe('As it would be stored.'),
        state: z.enum(['ok', 'invalid', 'member', 'invited', 'blocked', 'unknown']),
        reason: z.string().nullable().describe('Why it would not be sent.'),
        doubt: z.string().nullable().describe('What speaks against it without keeping it from being sent.'),
      }),
    ),
  })
  .meta({ id: 'CheckedRecipients', description: 'What sending would say of each recipient.' })

/** A closed invitation, and the call that closed it. */
export const Closed = z
  .object({ id: AnId('inv'), change: AnId('chg').describe('The call: it can be undone by it.') })
  .meta({ id: 'ClosedInvitation' })

/** What a command calls `invitation` is the id of the resource. */
export const named = <T extends { readonly invitation: InvitationId }>({ invitation, ...rest }: T) => ({
  id: invitation,
  ...rest,
})
