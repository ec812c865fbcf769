import { describe, expect, test } from 'vitest'
import { REST_ROUTES } from './rest.ts'
import { procedures } from './testing/call.ts'

/** What the browser asks for by another name than programs do; with a question mark, the dry run of a route. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'members.changeRoles': 'members.updateRoles',
  'members.remove': 'members.removeMany',
  'members.removalPreview': 'members.removeMany?',
  'members.offboard': 'members.offboardMany',
  'members.offboardPreview': 'members.offboard?',
  'invitations.check': 'invitations.create?',
  'invitations.send': 'invitations.create',
  'invitations.resend': 'invitations.resendMany',
  'invitations.revoke': 'invitations.revokeMany',
  'invitations.edit': 'invitations.update',
  'invitations.remove': 'invitations.removeMany',
  'invitations.copyLink': 'invitations.link',
  'groups.members': 'groupMembers.list',
  'groups.ofMember': 'members.groups',
  'groups.losses': 'groups.delete?',
  'groups.candidates': 'groupMembers.candidates',
  'groups.setManager': 'groupMembers.update',
  'groups.addMembers': 'groupMembers.add',
  'groups.removeMembers': 'groupMembers.removeMany',
  'assignments.preview': 'assignments.assign?',
  'assignments.expiring': 'assignments.ending',
  'assignments.effective': 'members.access',
  'roles.changePreview': 'roles.update?',
  'projects.deletionPreview': 'projects.delete?',
  'projects.members': 'projectMembers.list',
  'projects.member': 'projectMembers.get',
  'projects.groups': 'projectGroups.list',
  'templates.preview': 'templates.update?',
  'onboarding.steps': 'onboarding.get',
  'audit.undo': 'audit.undoMany',
  'audit.undoPreview': 'audit.undo?',
  'audit.undoableOfCall': 'audit.undoable',
  'reviews.preview': 'reviews.start?',
  'insights.hints': 'insights.access',
  'exports.prepare': 'exports.create',
  // The list says which membership each has.
  'serviceAccounts.find': 'serviceAccounts.list',
}

/** What only somebody in person may do: a key is refused with `people-only`. */
const IN_PERSON = new Set(['members.leave', 'onboarding.tick', 'onboarding.dismiss', 'reviews.decide'])

/** A slice is there for programs as a whole. */
const slices = new Set(REST_ROUTES.map(({ name }) => name.split('.')[0]))
const asked = procedures().filter(
  ({ path, type, meta }) =>
    meta.needs && type !== 'subscription' && !IN_PERSON.has(path) && slices.has(path.split('.')[0]),
)

describe('T4 D48 what can be done in the dashboard can be done by a program', () => {
  test.each(asked.map(({ path, meta }) => [path, meta.needs]))('%s', (path, permission) => {
    const named = OTHERWISE[path] ?? path
    const route = REST_ROUTES.find(({ name }) => name === named.replace('?', ''))
    expect(route?.name).toBe(named.replace('?', ''))
    if (named.endsWith('?')) expect(route?.dryRun).not.toBeNull()
    else expect(route?.permission).toBe(permission)
  })

  test('nothing is called otherwise that is not there', () => {
    const paths = new Set(asked.map(({ path }) => path))
    expect(Object.keys(OTHERWISE).filter((path) => !paths.has(path))).toEqual([])
  })
})
