import { z } from 'zod'
import { IdOf, Moment } from '../platform/input.ts'
import { actOnEach, actOnOne, get, type Route } from '../transport/rest/route.ts'
import { getInvitation } from './get.ts'
import { listInvitations } from './list.ts'
import { resendInvitations } from './resend.ts'
import { InvitationPage, REFUSES_PLACES, REFUSES_RECIPIENTS } from './rest.ts'
import { listTakes } from './rest-list.ts'
import { Invitation, named, Sent, shownInvitation } from './rest-resource.ts'
import { revokeInvitations } from './revoke.ts'
import { sendInvitations } from './send.ts'
import { usualRoleAt } from './usual-role.ts'

const ALL = '/projects/{project}/invitations'
const ONE = `${ALL}/{invitation}`

const one = get({
  path: ONE,
  name: 'projectInvitations.get',
  summary: 'Get an invitation that leads to the project',
  calls: getInvitation,
  answers: Invitation,
  shows: shownInvitation,
})

const { organization: _, projects: __, role, ...terms } = sendInvitations.input.shape
const Sending = z.strictObject({
  ...terms,
  recipients: terms.recipients.describe('Addresses and usernames, mixed: one or many.'),
  role: IdOf('rol')
    .optional()
    .describe('Their role in the project: where none is named, that of everybody who joins it, else viewer.'),
  expiresAt: Moment.nullable().default(null).describe('When that role ends by itself; null never.'),
  organizationRole: role.describe('Their role in the organization; the usual one where none is named.'),
})

/** The resource `invitations` of a project: the same invitations, as far as they lead there. */
export const projectInvitationRoutes: readonly Route[] = [
  get({
    path: ALL,
    name: 'projectInvitations.list',
    summary: 'List invitations that lead to a project',
    refuses: ['cursor-invalid'],
    calls: listInvitations,
    takes: listTakes(['project']),
    answers: InvitationPage,
    shows: ({ items, ...page }, at) => ({ ...page, items: items.map((one) => shownInvitation(one, at)) }),
  }),
  actOnEach({
    method: 'POST',
    path: ALL,
    name: 'projectInvitations.create',
    summary: 'Invite people to a project',
    description:
      'Whoever accepts becomes a member of the organization and of the project, in one step. One result for each recipient.',
    refuses: [...REFUSES_RECIPIENTS, ...REFUSES_PLACES, 'expiry-out-of-range'],
    calls: sendInvitations,
    takes: {
      fields: Sending,
      async input(given, { call, params }) {
        const { role, expiresAt, organizationRole, ...rest } = Sending.parse(given)
        const { project = '' } = params
        const usual = role ?? (await usualRoleAt(call.reader, call.actor.organization, project))
        return { ...rest, role: organizationRole, projects: [{ project, role: usual, expiresAt }] }
      },
    },
    each: 'recipients',
    answers: Sent,
    shows: named,
  }),
  one,
  actOnOne({
    method: 'POST',
    path: `${ONE}/resend`,
    name: 'projectInvitations.resend',
    summary: 'Send an invitation to the project again',
    refuses: ['beyond-your-own', 'invitation-not-open', 'domain-blocked', 'too-many-attempts'],
    calls: resendInvitations,
    within: one,
    each: ['invitations', 'invitation'],
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
  actOnOne({
    method: 'POST',
    path: `${ONE}/revoke`,
    name: 'projectInvitations.revoke',
    summary: 'Revoke an invitation to the project',
    description:
      'The whole invitation, also where it leads elsewhere as well. Its link stops working at once.',
    refuses: ['beyond-your-own', 'invitation-not-open'],
    calls: revokeInvitations,
    within: one,
    each: ['invitations', 'invitation'],
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
]
