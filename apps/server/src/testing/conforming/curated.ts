import type { Pools } from '../hostile/inputs.ts'
import type { Learned } from './learned.ts'
import type { Prepared } from './prepared.ts'

const DAY = 24 * 60 * 60_000

/** What is well in fields that are no ids, in this organization, on that day. */
export function well(now: number): Pools {
  const today = new Date(now).toISOString().slice(0, 10)
  return {
    organization: ['acme'],
    permission: ['members.read'],
    permissions: ['members.read'],
    kind: ['invitation', 'welcome'],
    from: [today],
    to: [today],
    as_of: [today],
    start: [new Date(now - DAY).toISOString()],
    end: [new Date(now).toISOString()],
    expires_at: [new Date(now + 30 * DAY).toISOString()],
    entry: Array.from({ length: 40 }, (_, place) => place + 1) as [number, ...number[]],
    title: ['Analyst', null],
    display_name: ['Countess', null],
    reason: ['because'],
    message: ['Welcome', null],
    description: ['What it is for'],
    search: ['the'],
    prefix: ['the-e'],
    link: ['https://acme.test/first'],
    text: ['Read this first.'],
    expiry_days: [7, 30],
    keep: ['owner'],
    events: ['member.*'],
    url: ['http://127.0.0.1:9/roster'],
  }
}

type Fields = Readonly<Record<string, unknown>>

/** Which fields must be just so for a route to succeed, by its name; the others come as the document describes them. */
export const CURATED: Readonly<
  Record<string, (learned: Learned, there: Prepared['there'], now: number) => Fields>
> = {
  'members.transferOwnership': (_, there) => ({ member: there.staying[0], keep: 'owner' }),
  'audit.undo': (_, there) => ({ entry: there.changes[0] }),
  'audit.undoMany': (_, there) => ({ entries: [there.changes[1]] }),
  'assignments.assign': (learned, there) => ({
    changes: [
      {
        subject: { group: learned.of('groups.create', 'answer', 'id') },
        project: learned.of('projects.create', 'answer', 'id'),
        role: there.projectViewer,
      },
    ],
  }),
  'domains.add': (learned) => ({
    name: `x${String(learned.of('domains.add', 'answer', 'id')).slice(-9)}.test`,
  }),
  'domains.sendProof': (_, there) => ({ domain: there.waiting }),
  'domains.update': (_, there) => ({ domain: there.proven, auto_join: null }),
  'exports.create': () => ({ what: 'members', format: 'csv' }),
  'exports.download': (learned) => ({ export: learned.of('exports.create', 'answer', 'id') }),
  'groups.nest': (learned) => ({
    group: learned.of('groups.list', 'answer', 'items', 0, 'id'),
    child: learned.of('groups.list', 'answer', 'items', 1, 'id'),
  }),
  'groups.unnest': (learned) => ({
    group: learned.of('groups.nest', 'params', 'group'),
    child: learned.of('groups.nest', 'params', 'child'),
  }),
  'groups.delete': (learned) => ({
    group: learned.of('groups.create', 'answer', 'id'),
    confirm: learned.of('groups.create', 'answer', 'name'),
  }),
  'groupMembers.add': (_, there) => ({ members: [there.staying[0], there.staying[2]] }),
  'groupMembers.removeMany': (learned, there) => ({
    group: learned.of('groupMembers.add', 'params', 'group'),
    members: [there.staying[2]],
  }),
  'groupMembers.update': addedToGroup,
  'groupMembers.remove': addedToGroup,
  'history.changes': (_learned, _there, now) => ({
    from: new Date(now - DAY).toISOString().slice(0, 10),
    to: new Date(now).toISOString().slice(0, 10),
    cursor: undefined,
  }),
  'imports.open': () => ({ total: 1 }),
  'imports.check': () => ({ lines: LINES }),
  'imports.load': (learned) => ({ import: learned.of('imports.open', 'answer', 'id'), lines: LINES }),
  'imports.run': (learned) => ({ import: learned.of('imports.load', 'params', 'import') }),
  'invitations.update': (learned) => ({ ...sent(learned), projects: undefined }),
  'invitations.extend': (learned) => ({ ...sent(learned), days: 3 }),
  'invitations.revoke': sent,
  'invitations.remove': (_, there) => ({ invitation: there.expired[0] }),
  'invitations.removeMany': (_, there) => ({ invitations: [there.expired[1]] }),
  'organizations.update': () => ({ slug: undefined, policies: { reminders: false } }),
  'organizations.delete': () => ({ confirm: 'acme' }),
  'projectInvitations.get': sentToProject,
  'projectInvitations.resend': sentToProject,
  'projectInvitations.revoke': sentToProject,
  'projects.delete': (learned) => ({
    project: learned.of('projects.create', 'answer', 'id'),
    confirm: learned.of('projects.create', 'answer', 'name'),
  }),
  'projects.restore': (learned) => ({ project: learned.of('projects.archive', 'answer', 'id') }),
  'projects.transfer': () => ({ keep: null }),
  'requests.approve': (_, there) => ({
    request: there.joinRequest,
    role: there.viewer,
    projects: undefined,
  }),
  'requests.reject': (_, there) => ({ request: there.projectRequest }),
  'reviews.start': (_, there, now) => ({
    scope: 'organization',
    project: undefined,
    inactive_days: undefined,
    // What else is done at the deadline is started in person.
    fallback: 'keep',
    reviewers: there.reviewers,
    deadline: new Date(now + 5 * DAY).toISOString(),
  }),
  'reviews.verify': (learned) => ({ review: learned.of('reviews.close', 'answer', 'id') }),
  'webhooks.delivery': (_, there) => ({ ...there.sending }),
  'webhooks.replay': (_, there) => ({ ...there.sending }),
  'templates.update': () => ({ subject: 'Welcome to {organization}', body: 'Hello.' }),
}

const LINES = [{ line: 2, cells: { recipient: 'by-file@acme.test', role: 'Member' } }]

function addedToGroup(learned: Learned): Fields {
  return {
    group: learned.of('groupMembers.add', 'params', 'group'),
    member: learned.of('groupMembers.add', 'body', 'members', 0),
  }
}

function sent(learned: Learned): Fields {
  return { invitation: learned.of('invitations.create', 'answer', 'results', 0, 'result', 'id') }
}

function sentToProject(learned: Learned): Fields {
  return {
    project: learned.of('projectInvitations.create', 'params', 'project'),
    invitation: learned.of('projectInvitations.create', 'answer', 'results', 0, 'result', 'id'),
  }
}
