import { z } from 'zod'
import { act, actOnEach, actOnOne, get, type Route } from '../transport/rest/route.ts'
import { Page, Secret } from '../transport/rest/schemas.ts'
import { checkRecipients } from './check.ts'
import { copyInvitationLink } from './copy-link.ts'
import { editInvitation } from './edit.ts'
import { extendInvitation } from './extend.ts'
import { getInvitation } from './get.ts'
import { listInvitations } from './list.ts'
import { removeInvitations } from './remove.ts'
import { resendInvitations } from './resend.ts'
import { listTakes } from './rest-list.ts'
import { Checked, Closed, Invitation, named, Sent, shownInvitation } from './rest-resource.ts'
import { revokeInvitations } from './revoke.ts'
import { sendInvitations } from './send.ts'
import { suggestUsernames } from './suggest.ts'

const ALL = '/organizations/{organization}/invitations'
const ONE = `${ALL}/{invitation}`

/** What speaks against a recipient. */
export const REFUSES_RECIPIENTS = [
  'invalid-email',
  'invalid-username',
  'username-unknown',
  'already-invited',
  'already-member',
  'other-organization',
  'domain-blocked',
  'seat-limit',
  'too-many-attempts',
] as const

/** What speaks against what an invitation gives. */
export const REFUSES_PLACES = [
  'beyond-your-own',
  'role-level-mismatch',
  'reason-required',
  'project-archived',
  'expiry-in-the-past',
  'owner-through-group',
  'too-large',
] as const

/** What `InvitationPage` holds, at both levels. */
export const InvitationPage = Page(Invitation, 'InvitationPage')

const list = get({
  path: ALL,
  name: 'invitations.list',
  summary: 'List invitations',
  description:
    'The invitations of this organization and of no other: those that wait for an answer, the newest first, unless asked otherwise. Filters combine freely.',
  refuses: ['cursor-invalid'],
  calls: listInvitations,
  takes: listTakes(),
  answers: InvitationPage,
  shows: ({ items, ...page }, at) => ({ ...page, items: items.map((one) => shownInvitation(one, at)) }),
})

const one = get({
  path: ONE,
  name: 'invitations.get',
  summary: 'Get an invitation',
  calls: getInvitation,
  takes: { fields: z.strictObject({}), input: () => ({}) },
  answers: Invitation,
  shows: shownInvitation,
})

const { organization: _, recipients, ...terms } = sendInvitations.input.shape
const Sending = z.strictObject({
  recipients: recipients
    .describe('Addresses and usernames, mixed: one or many.')
    .meta({ examples: [['ada@example.com', 'grace']] }),
  ...terms,
  role: terms.role.describe('Their role in the organization; the usual one where none is named.'),
  expiryDays: terms.expiryDays.describe(
    'After how many days it ends; null never, where that is allowed. The usual time where nothing is said.',
  ),
  message: terms.message.describe('Your own words in the mail.'),
  welcome: terms.welcome.describe('Whether whoever accepts gets a mail that welcomes them.'),
  template: terms.template.describe('Whether the mail carries the organization’s own text.'),
  projects: terms.projects.describe('Projects they are in once they accept, with a role each.'),
  groups: terms.groups.describe('Groups they are in once they accept.'),
  defaultProjects: terms.defaultProjects.describe(
    'Whether they also join the projects that new members join; as the organization usually does where nothing is said.',
  ),
  reason: terms.reason.describe('Why, where the organization asks for a reason.'),
})

/** The resource `invitations` of an organization. */
export const invitationRoutes: readonly Route[] = [
  list,
  actOnEach({
    method: 'POST',
    path: ALL,
    name: 'invitations.create',
    summary: 'Invite people',
    description:
      'One or many, by address or username: one result for each, in their order. Somebody with an open invitation gets a new one in its place. With `dry_run=true`, what would be said of each recipient.',
    refuses: [...REFUSES_RECIPIENTS, ...REFUSES_PLACES, 'expiry-out-of-range'],
    calls: sendInvitations,
    takes: { fields: Sending, input: (given) => given },
    each: 'recipients',
    answers: Sent,
    shows: named,
    dryRun: get({
      path: ALL,
      name: 'invitations.check',
      summary: 'What would be said of each recipient',
      calls: checkRecipients,
      takes: { fields: Sending, input: (given) => ({ recipients: Sending.parse(given).recipients }) },
      answers: Checked,
      shows: (items) => ({ items }),
    }),
  }),
  get({
    path: `${ALL}/suggestions`,
    name: 'invitations.suggest',
    summary: 'Suggest usernames',
    description:
      'Usernames that begin like this, from the fourth character on: of people who let themselves be found.',
    refuses: ['search-too-short'],
    calls: suggestUsernames,
    answers: z
      .object({ items: z.array(z.object({ username: z.string() })) })
      .meta({ id: 'SuggestedUsernames' }),
    shows: (items) => ({ items }),
  }),
  one,
  act({
    method: 'PATCH',
    path: ONE,
    name: 'invitations.update',
    summary: 'Change what an invitation gives',
    description:
      'Another role, other projects, other groups: what is not named stays. The link stays the same, and the invitee sees the new terms.',
    refuses: [...REFUSES_PLACES, 'invitation-not-open'],
    calls: editInvitation,
    resource: one,
    at: (_, params) => params,
  }),
  actOnOne({
    method: 'DELETE',
    path: ONE,
    name: 'invitations.remove',
    summary: 'Delete an expired invitation',
    description:
      'Takes it off the list; the audit trail keeps it. One that is still open is revoked instead.',
    refuses: ['beyond-your-own', 'invitation-not-open'],
    calls: removeInvitations,
    each: ['invitations', 'invitation'],
    nothing: true,
    resource: one,
  }),
  actOnOne({
    method: 'POST',
    path: `${ONE}/resend`,
    name: 'invitations.resend',
    summary: 'Send an invitation again',
    description:
      'A new mail with a new link and as much time as before; every older link is void. Also after its end.',
    refuses: ['beyond-your-own', 'invitation-not-open', 'domain-blocked', 'too-many-attempts'],
    calls: resendInvitations,
    each: ['invitations', 'invitation'],
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
  actOnOne({
    method: 'POST',
    path: `${ONE}/revoke`,
    name: 'invitations.revoke',
    summary: 'Revoke an invitation',
    description: 'Its link stops working at once.',
    refuses: ['beyond-your-own', 'invitation-not-open'],
    calls: revokeInvitations,
    each: ['invitations', 'invitation'],
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
  act({
    method: 'POST',
    path: `${ONE}/extend`,
    name: 'invitations.extend',
    summary: 'Give an invitation more time',
    description:
      'Days from its end or from now, whichever is later. No mail goes out unless `notify` says so.',
    refuses: ['beyond-your-own', 'invitation-not-open', 'expiry-out-of-range', 'too-many-attempts'],
    calls: extendInvitation,
    resource: one,
    at: (_, params) => params,
    success: 200,
  }),
  act({
    method: 'POST',
    path: `${ONE}/link`,
    name: 'invitations.link',
    summary: 'Copy the link of an invitation',
    description: 'To hand over by other means when the mail was lost. That it was copied is recorded.',
    refuses: ['beyond-your-own', 'invitation-not-open'],
    calls: copyInvitationLink,
    answers: z.object({ link: Secret }).meta({ id: 'InvitationLink' }),
  }),
  actOnEach({
    method: 'POST',
    path: `${ALL}/resend`,
    name: 'invitations.resendMany',
    summary: 'Send many invitations again',
    refuses: ['beyond-your-own', 'invitation-not-open', 'domain-blocked', 'too-many-attempts', 'too-large'],
    calls: resendInvitations,
    each: 'invitations',
    answers: Closed.pick({ id: true }).meta({ id: 'ResentInvitation' }),
    shows: named,
  }),
  actOnEach({
    method: 'POST',
    path: `${ALL}/revoke`,
    name: 'invitations.revokeMany',
    summary: 'Revoke many invitations',
    refuses: ['beyond-your-own', 'invitation-not-open', 'too-large'],
    calls: revokeInvitations,
    each: 'invitations',
    answers: Closed,
    shows: named,
  }),
  actOnEach({
    method: 'POST',
    path: `${ALL}/remove`,
    name: 'invitations.removeMany',
    summary: 'Delete many expired invitations',
    refuses: ['beyond-your-own', 'invitation-not-open', 'too-large'],
    calls: removeInvitations,
    each: 'invitations',
    answers: Closed,
    shows: named,
  }),
]
