import type { Things } from './things.ts'

type Input = (things: Things) => unknown

const nothing: Input = () => ({})
const inIt: Input = ({ organization }) => ({ organization })
const theMember: Input = ({ organization, member }) => ({ organization, member })
const theGroup: Input = ({ organization, group }) => ({ organization, group })
const theMembers: Input = ({ organization, member }) => ({ organization, members: [member] })
const theProject: Input = ({ organization, project }) => ({ organization, project })
const theInvitations: Input = ({ organization, invitation }) => ({ organization, invitations: [invitation] })
const theLetter: Input = ({ invitation, secret }) => ({ invitation, secret })

const theAssignment: Input = ({ organization, member, project, projectRole }) => ({
  organization,
  members: [member],
  projects: [project],
  role: projectRole,
})

/** The least each procedure is called with, about things that exist. A procedure without a line fails the run. */
export const INPUTS: Readonly<Record<string, Input>> = {
  'identity.status': nothing,
  'identity.me': nothing,
  'identity.setUp': () => ({
    secret: 'not-this-one',
    name: 'Ada',
    username: 'ada-lovelace',
    email: 'ada@example.test',
    password: 'correct horse battery',
    organization: { name: 'New', slug: 'brand-new' },
  }),
  'identity.signIn': () => ({ email: 'nobody@example.test', password: 'correct horse battery' }),
  'identity.signOut': nothing,
  'identity.signUp': () => ({
    name: 'Ada',
    username: 'ada-lovelace',
    email: 'ada@example.test',
    password: 'correct horse battery',
  }),
  'identity.verifyEmail': ({ link }) => ({ link, secret: 'x' }),
  'identity.resendVerification': nothing,
  'identity.askPasswordReset': () => ({ email: 'nobody@example.test' }),
  'identity.resetPassword': ({ link }) => ({ link, secret: 'x', password: 'correct horse battery' }),
  'identity.changePassword': () => ({ current: 'whatever it was', next: 'correct horse battery' }),
  'identity.askEmailChange': () => ({ password: 'whatever it was', email: 'ada@example.test' }),
  'identity.confirmEmailChange': ({ link }) => ({ link, secret: 'x' }),
  'identity.updateProfile': () => ({ discoverable: false }),
  'identity.sessions': nothing,
  'identity.endSession': ({ session }) => ({ session }),
  'identity.endOtherSessions': nothing,
  'identity.deleteAccount': () => ({ password: 'whatever it was' }),
  'organizations.create': () => ({ name: 'New', slug: 'brand-new' }),
  'organizations.get': inIt,
  'organizations.overview': inIt,
  'organizations.update': ({ organization }) => ({ organization, name: 'Another name' }),
  'organizations.delete': ({ organization }) => ({ organization, confirm: 'acme' }),
  'members.list': inIt,
  'members.get': theMember,
  'members.changeRoles': ({ organization, member, role }) => ({ organization, members: [member], role }),
  'members.remove': theMembers,
  'members.removalPreview': theMembers,
  'members.leave': inIt,
  'members.transferOwnership': ({ organization, member }) => ({ organization, member, keep: 'owner' }),
  'members.update': ({ organization, member }) => ({ organization, member, title: 'Analyst' }),
  'members.sendPasswordReset': theMember,
  'invitations.check': ({ organization }) => ({ organization, recipients: ['ada@example.test'] }),
  'invitations.suggest': ({ organization }) => ({ organization, prefix: 'the-' }),
  'invitations.send': ({ organization }) => ({ organization, recipients: ['ada@example.test'] }),
  'invitations.list': inIt,
  'invitations.resend': theInvitations,
  'invitations.revoke': theInvitations,
  'invitations.extend': ({ organization, invitation }) => ({ organization, invitation, days: 7 }),
  'invitations.edit': ({ organization, invitation, role }) => ({ organization, invitation, role }),
  'invitations.remove': theInvitations,
  'invitations.copyLink': ({ organization, invitation }) => ({ organization, invitation }),
  'invitations.view': theLetter,
  'invitations.opened': theLetter,
  'invitations.accept': theLetter,
  'invitations.decline': theLetter,
  'invitations.mine': nothing,
  'projects.list': inIt,
  'projects.get': theProject,
  'projects.create': ({ organization }) => ({ organization, name: 'Gemini' }),
  'groups.list': inIt,
  'groups.get': theGroup,
  'groups.create': ({ organization }) => ({ organization, name: 'Platform' }),
  'assignments.preview': theAssignment,
  'assignments.assign': theAssignment,
  'roles.list': inIt,
  'roles.holders': ({ organization, role }) => ({ organization, role }),
  'roles.changePreview': ({ organization, role }) => ({ organization, role }),
  'roles.create': ({ organization }) => ({
    organization,
    level: 'organization',
    name: 'Guest',
    permissions: ['organization.read'],
  }),
  'roles.update': ({ organization, role }) => ({ organization, role, description: 'Looks around.' }),
  'roles.delete': ({ organization, role }) => ({ organization, role }),
  'audit.list': inIt,
  'audit.verify': inIt,
  'audit.people': ({ organization }) => ({ organization, search: '' }),
  'audit.undo': ({ organization }) => ({ organization, entries: [1] }),
  'audit.undoPreview': ({ organization }) => ({ organization, entry: 1 }),
  'audit.undoableOfCall': ({ organization, change }) => ({ organization, change }),
  'live.changes': nothing,
  'mailbox.list': nothing,
  'mailbox.get': () => ({ id: 'msg_00000000000000000000000000' }),
}
