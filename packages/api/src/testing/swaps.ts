import { inAcme, otherCursor, type Swap, swap } from './swap.ts'
import { ACCESS_SWAPS } from './swaps-access.ts'
import { KEY_SWAPS } from './swaps-keys.ts'
import { PROCESS_SWAPS } from './swaps-process.ts'
import { WEBHOOK_SWAPS } from './swaps-webhooks.ts'

const member = swap(
  'member',
  inAcme(({ member }) => ({ member })),
)
const members = swap(
  'members',
  inAcme(({ member, ownerMember }) => ({ members: [member, ownerMember] })),
)
const invitations = swap(
  'invitations',
  inAcme(({ invitation }) => ({ invitations: [invitation] })),
)
/** Another's invitation with the secret of one's own. */
const ownSecret: Swap['input'] = ({ secret }, { invitation }) => ({ invitation, secret })
const ownLinkSecret =
  (purpose: 'verify-email' | 'reset-password' | 'change-email'): Swap['input'] =>
  (acme, globex, home) => ({ link: globex.link, secret: home.deps.links.secret(purpose, acme.link, 1) })

/** Every argument that is an id, tried by the owner of acme with the id of globex' thing of the same kind. */
export const SWAPS: Readonly<Record<string, readonly Swap[]>> = {
  ...ACCESS_SWAPS,
  ...PROCESS_SWAPS,
  ...WEBHOOK_SWAPS,
  ...KEY_SWAPS,
  'identity.signUp': [
    swap(
      'invitation',
      ({ secret }, { invitation }) => ({
        name: 'Ada',
        username: 'ada-lovelace',
        email: 'guest@example.test',
        password: 'correct horse battery',
        invitation: { id: invitation, secret },
      }),
      'link-invalid',
    ),
  ],
  'identity.verifyEmail': [swap('link', ownLinkSecret('verify-email'), 'link-invalid')],
  'identity.confirmEmailChange': [swap('link', ownLinkSecret('change-email'), 'link-invalid')],
  'identity.resetPassword': [
    swap(
      'link',
      (acme, globex, home) => ({
        link: globex.link,
        secret: home.deps.links.secret('reset-password', acme.link, 1),
        password: 'correct horse battery',
      }),
      'link-invalid',
    ),
  ],
  'identity.endSession': [swap('session', (_, { session }) => ({ session }))],
  'members.list': [
    swap(
      'role',
      inAcme(({ role }) => ({ role })),
      'nothing',
    ),
    otherCursor('members'),
  ],
  'audit.undoableOfCall': [
    swap(
      'change',
      inAcme(({ offboarding: change }) => ({ change })),
      'nothing',
    ),
  ],
  'members.offboard': [
    swap(
      'members',
      inAcme(({ member }) => ({ members: [member], sent: 'revoke' })),
    ),
  ],
  'members.offboardPreview': [member],
  'members.offboardEvidence': [
    swap(
      'change',
      inAcme(({ offboarding: change }) => ({ change })),
    ),
  ],
  'members.get': [member],
  'members.find': [
    swap(
      'user',
      inAcme(({ owner: user }) => ({ user })),
    ),
    member,
  ],
  'members.sessions': [member],
  'members.endSessions': [member],
  'members.changeRoles': [
    swap(
      'members',
      inAcme(({ member }, { role }) => ({ members: [member], role })),
    ),
    swap(
      'role',
      inAcme(({ role }, { member }) => ({ members: [member], role })),
    ),
  ],
  'members.remove': [members],
  'members.removalPreview': [{ ...members, answer: 'nothing' }],
  'members.transferOwnership': [
    swap(
      'member',
      inAcme(({ member }) => ({ member, keep: 'owner' })),
    ),
  ],
  'members.update': [
    swap(
      'member',
      inAcme(({ member }) => ({ member, title: 'Analyst' })),
    ),
  ],
  'members.sendPasswordReset': [member],
  'invitations.send': [
    swap(
      'projects',
      inAcme(({ project }, { projectRole }) => ({
        recipients: ['ada@example.test'],
        projects: [{ project, role: projectRole }],
      })),
    ),
    swap(
      'groups',
      inAcme(({ group }) => ({ recipients: ['ada@example.test'], groups: [group] })),
    ),
    swap(
      'role',
      inAcme(({ role }) => ({ recipients: ['ada@example.test'], role })),
    ),
  ],
  'invitations.list': [
    swap(
      'project',
      inAcme(({ project }) => ({ project })),
    ),
    swap(
      'sender',
      inAcme(({ owner }) => ({ sender: owner, status: 'all' })),
      'nothing',
    ),
    swap(
      'role',
      inAcme(({ role }) => ({ role, status: 'all' })),
      'nothing',
    ),
    otherCursor('invitations'),
  ],
  'invitations.get': [
    swap(
      'invitation',
      inAcme(({ invitation }) => ({ invitation })),
    ),
    swap(
      'project',
      inAcme(({ project }, { invitation }) => ({ invitation, project })),
    ),
  ],
  'invitations.resend': [invitations],
  'invitations.revoke': [invitations],
  'invitations.remove': [invitations],
  'invitations.extend': [
    swap(
      'invitation',
      inAcme(({ invitation }) => ({ invitation, days: 7 })),
    ),
  ],
  'invitations.edit': [
    swap(
      'projects',
      inAcme(({ project, projectRole: role }, { invitation }) => ({
        invitation,
        projects: [{ project, role }],
      })),
    ),
    swap(
      'groups',
      inAcme(({ group }, { invitation }) => ({ invitation, groups: [group] })),
    ),
    swap(
      'invitation',
      inAcme(({ invitation }, { role }) => ({ invitation, role })),
    ),
    swap(
      'role',
      inAcme(({ role }, { invitation }) => ({ invitation, role })),
    ),
  ],
  'invitations.copyLink': [
    swap(
      'invitation',
      inAcme(({ invitation }) => ({ invitation })),
    ),
  ],
  'invitations.view': [swap('invitation', ownSecret, 'link-invalid')],
  'invitations.opened': [swap('invitation', ownSecret, 'link-invalid')],
  'invitations.accept': [swap('invitation', ownSecret, 'link-invalid')],
  'invitations.decline': [swap('invitation', ownSecret, 'link-invalid')],
  'audit.list': [
    swap(
      'person',
      inAcme(({ owner }) => ({ person: owner })),
      'nothing',
    ),
    otherCursor('audit'),
  ],
  'mailbox.get': [swap('id', () => ({ id: 'msg_00000000000000000000000000' }))],
}

/** Fields that hold no id. A new field is in one of the two lists, or the run fails. */
export const PLAIN: ReadonlySet<string> = new Set([
  ...['entry', 'entries', 'sent', 'what', 'format'],
  ...['lines', 'offered', 'total', 'outcome', 'after', 'most'],
  ...['scope', 'fallback', 'deadline', 'decision', 'note', 'show'],
  ...['ground', 'wanted', 'overlapHours'],
  ...['url', 'events', 'event', 'missed'],
  ...[
    'organization',
    'name',
    'slug',
    'policies',
    'confirm',
    'title',
    'displayName',
    'username',
    'discoverable',
  ],
  ...['permission', 'type', 'explain'],
  ...['permissions', 'seen', 'kind', 'manager', 'nested'],
  ...['level', 'mailbox', 'entitlements', 'description', 'visibility', 'join', 'mine', 'state', 'via'],
  ...['email', 'password', 'current', 'next', 'secret'],
  ...['page', 'pageSize', 'sort', 'direction', 'search', 'prefix', 'status', 'inactiveDays', 'asOf'],
  ...['action', 'from', 'to', 'sentAfter', 'sentBefore', 'noted'],
  ...['defaultProjects', 'template', 'subject', 'body', 'done'],
  ...[
    'recipients',
    'expiryDays',
    'days',
    'notify',
    'message',
    'welcome',
    'reason',
    'keep',
    'expiresAt',
    'within',
  ],
])
