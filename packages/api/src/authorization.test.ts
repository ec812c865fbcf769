import { Refusal } from '@roster/domain'
import { beforeAll, describe, expect, test } from 'vitest'
import { callBy, contextFor, type Listed, procedures } from './testing/call.ts'
import { CAST, house } from './testing/house.ts'
import { INPUTS } from './testing/inputs.ts'
import { thingsOf } from './testing/things.ts'

/**
 * Who may call what. `needs` is the permission, or for the few that come before any grant, to whom they open.
 *
 *   yes      allowed: whatever is refused after that is refused for another reason
 *   open     needs no grant
 *   no       refused with not-permitted
 *   hidden   refused with not-found: to somebody outside, the organization does not exist
 *   sign-in  refused with not-signed-in
 *
 * The auditor holds a custom role that may only read the audit trail and the invitations.
 */
const MATRIX = `
procedure                    needs                    owner    admin    member   viewer   auditor  outsider removed  anonymous

identity.status              anyone                   open     open     open     open     open     open     open     open
identity.me                  anyone                   open     open     open     open     open     open     open     open
identity.setUp               anyone                   open     open     open     open     open     open     open     open
identity.signIn              anyone                   open     open     open     open     open     open     open     open
identity.signOut             signed-in                open     open     open     open     open     open     open     sign-in
identity.signUp              anyone                   open     open     open     open     open     open     open     open
identity.verifyEmail         anyone                   open     open     open     open     open     open     open     open
identity.resendVerification  signed-in                open     open     open     open     open     open     open     sign-in
identity.askPasswordReset    anyone                   open     open     open     open     open     open     open     open
identity.resetPassword       anyone                   open     open     open     open     open     open     open     open
identity.changePassword      signed-in                open     open     open     open     open     open     open     sign-in
identity.askEmailChange      signed-in                open     open     open     open     open     open     open     sign-in
identity.confirmEmailChange  anyone                   open     open     open     open     open     open     open     open
identity.updateProfile       signed-in                open     open     open     open     open     open     open     sign-in
identity.removeAvatar        signed-in                open     open     open     open     open     open     open     sign-in
identity.sessions            signed-in                open     open     open     open     open     open     open     sign-in
identity.endSession          signed-in                open     open     open     open     open     open     open     sign-in
identity.endOtherSessions    signed-in                open     open     open     open     open     open     open     sign-in
identity.deleteAccount       signed-in                open     open     open     open     open     open     open     sign-in

organizations.create         signed-in                open     open     open     open     open     open     open     sign-in
organizations.get            organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
organizations.overview       organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
organizations.update         organization.update      yes      yes      no       no       no       hidden   hidden   sign-in
organizations.policyFacts    organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
organizations.entitlements   organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
organizations.setEntitlements organization.update     yes      no       no       no       no       hidden   hidden   sign-in
organizations.delete         organization.delete      yes      no       no       no       no       hidden   hidden   sign-in

members.list                 members.read             yes      yes      yes      yes      no       hidden   hidden   sign-in
members.get                  organization.read        yes      yes      yes      yes      no       hidden   hidden   sign-in
members.find                 organization.read        yes      yes      yes      yes      no       hidden   hidden   sign-in
members.changeRoles          members.update           yes      yes      no       no       no       hidden   hidden   sign-in
members.remove               members.remove           yes      yes      no       no       no       hidden   hidden   sign-in
members.removalPreview       members.remove           yes      yes      no       no       no       hidden   hidden   sign-in
members.offboard             members.remove           yes      yes      no       no       no       hidden   hidden   sign-in
members.offboardPreview      members.remove           yes      yes      no       no       no       hidden   hidden   sign-in
members.offboardEvidence     members.remove           yes      yes      no       no       no       hidden   hidden   sign-in
members.leave                organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
members.transferOwnership    organization.transfer    yes      no       no       no       no       hidden   hidden   sign-in
members.update               members.update           yes      yes      no       no       no       hidden   hidden   sign-in
members.sendPasswordReset    members.reset-password   yes      yes      no       no       no       hidden   hidden   sign-in
members.sessions             members.reset-password   yes      yes      no       no       no       hidden   hidden   sign-in
members.endSessions          members.reset-password   yes      yes      no       no       no       hidden   hidden   sign-in

invitations.check            invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in
invitations.suggest          invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in
invitations.send             invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in
invitations.list             invitations.read         yes      yes      no       no       yes      hidden   hidden   sign-in
invitations.get              invitations.read         yes      yes      no       no       yes      hidden   hidden   sign-in
invitations.resend           invitations.manage       yes      yes      no       no       no       hidden   hidden   sign-in
invitations.revoke           invitations.manage       yes      yes      no       no       no       hidden   hidden   sign-in
invitations.extend           invitations.manage       yes      yes      no       no       no       hidden   hidden   sign-in
invitations.edit             invitations.manage       yes      yes      no       no       no       hidden   hidden   sign-in
invitations.remove           invitations.manage       yes      yes      no       no       no       hidden   hidden   sign-in
invitations.copyLink         invitations.manage       yes      yes      no       no       no       hidden   hidden   sign-in
invitations.view             anyone                   open     open     open     open     open     open     open     open
invitations.opened           anyone                   open     open     open     open     open     open     open     open
invitations.accept           signed-in                open     open     open     open     open     open     open     sign-in
invitations.decline          anyone                   open     open     open     open     open     open     open     open
invitations.mine             signed-in                open     open     open     open     open     open     open     sign-in

groups.list                  groups.read              yes      yes      yes      no       no       hidden   hidden   sign-in
groups.get                   groups.read              yes      yes      yes      no       no       hidden   hidden   sign-in
groups.create                groups.manage            yes      yes      no       no       no       hidden   hidden   sign-in
groups.members               groups.read              yes      yes      yes      no       no       hidden   hidden   sign-in
groups.ofMember              organization.read        yes      yes      yes      yes      no       hidden   hidden   sign-in
groups.children              groups.read              yes      yes      yes      no       no       hidden   hidden   sign-in
groups.access                groups.read              yes      yes      yes      no       no       hidden   hidden   sign-in
groups.losses                groups.read              yes      yes      yes      no       no       hidden   hidden   sign-in
groups.candidates            members.read             yes      yes      yes      no       no       hidden   hidden   sign-in
groups.update                groups.manage            yes      yes      no       no       no       hidden   hidden   sign-in
groups.delete                groups.manage            yes      yes      no       no       no       hidden   hidden   sign-in
groups.setManager            groups.manage            yes      yes      no       no       no       hidden   hidden   sign-in
groups.nest                  groups.manage            yes      yes      no       no       no       hidden   hidden   sign-in
groups.unnest                groups.manage            yes      yes      no       no       no       hidden   hidden   sign-in
groups.addMembers            groups.read              yes      yes      no       no       no       hidden   hidden   sign-in
groups.removeMembers         groups.read              yes      yes      no       no       no       hidden   hidden   sign-in

assignments.preview          organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
assignments.assign           organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
assignments.renew            organization.read        yes      yes      hidden   no       hidden   hidden   hidden   sign-in
assignments.expiring         members.read             yes      yes      yes      yes      no       hidden   hidden   sign-in
assignments.effective        organization.read        yes      yes      yes      yes      no       hidden   hidden   sign-in

roles.list                   organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
roles.get                    organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
roles.holders                members.read             yes      yes      yes      yes      no       hidden   hidden   sign-in
roles.changePreview          roles.manage             yes      yes      no       no       no       hidden   hidden   sign-in
roles.create                 roles.manage             yes      yes      no       no       no       hidden   hidden   sign-in
roles.update                 roles.manage             yes      yes      no       no       no       hidden   hidden   sign-in
roles.delete                 roles.manage             yes      yes      no       no       no       hidden   hidden   sign-in

checks.subjects              organization.read        yes      yes      yes      yes      no       hidden   hidden   sign-in

projects.list                projects.read            yes      yes      yes      yes      no       hidden   hidden   sign-in
projects.get                 organization.read        yes      yes      hidden   yes      hidden   hidden   hidden   sign-in
projects.create              projects.create          yes      yes      no       no       no       hidden   hidden   sign-in
projects.update              project.update           yes      yes      hidden   no       hidden   hidden   hidden   sign-in
projects.archive             project.update           yes      yes      hidden   no       hidden   hidden   hidden   sign-in
projects.restore             project.update           yes      yes      hidden   no       hidden   hidden   hidden   sign-in
projects.deletionPreview     project.delete           yes      no       hidden   no       hidden   hidden   hidden   sign-in
projects.delete              project.delete           yes      no       hidden   no       hidden   hidden   hidden   sign-in
projects.transfer            project.transfer         yes      no       hidden   no       hidden   hidden   hidden   sign-in
projects.members             project.members.read     yes      yes      hidden   yes      hidden   hidden   hidden   sign-in
projects.member              project.members.read     yes      yes      hidden   yes      hidden   hidden   hidden   sign-in
projects.groups              project.members.read     yes      yes      hidden   yes      hidden   hidden   hidden   sign-in

domains.list                 organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
domains.add                  organization.update      yes      yes      no       no       no       hidden   hidden   sign-in
domains.sendProof            organization.update      yes      yes      no       no       no       hidden   hidden   sign-in
domains.update               organization.update      yes      yes      no       no       no       hidden   hidden   sign-in
domains.remove               organization.update      yes      yes      no       no       no       hidden   hidden   sign-in
domains.view                 anyone                   open     open     open     open     open     open     open     open
domains.verify               anyone                   open     open     open     open     open     open     open     open
domains.joinable             signed-in                open     open     open     open     open     open     open     sign-in
domains.join                 signed-in                open     open     open     open     open     open     open     sign-in

requests.door                anyone                   open     open     open     open     open     open     open     open
requests.make                signed-in                open     open     open     open     open     open     open     sign-in
requests.mine                signed-in                open     open     open     open     open     open     open     sign-in
requests.withdraw            signed-in                open     open     open     open     open     open     open     sign-in
requests.list                organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
requests.approve             organization.read        yes      yes      no       no       no       hidden   hidden   sign-in
requests.reject              organization.read        yes      yes      no       no       no       hidden   hidden   sign-in

notifications.settings       signed-in                open     open     open     open     open     open     open     sign-in
notifications.set            signed-in                open     open     open     open     open     open     open     sign-in
notifications.mute           signed-in                open     open     open     open     open     open     open     sign-in
notifications.unmute         signed-in                open     open     open     open     open     open     open     sign-in

templates.list               organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
templates.preview            organization.update      yes      yes      no       no       no       hidden   hidden   sign-in
templates.update             organization.update      yes      yes      no       no       no       hidden   hidden   sign-in
templates.reset              organization.update      yes      yes      no       no       no       hidden   hidden   sign-in

onboarding.steps             organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
onboarding.update            organization.update      yes      yes      no       no       no       hidden   hidden   sign-in
onboarding.tick              organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
onboarding.dismiss           organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in

history.person               organization.read        yes      yes      yes      yes      no       hidden   hidden   sign-in
history.projectMembers       project.members.read     yes      yes      hidden   yes      hidden   hidden   hidden   sign-in
history.changes              members.read             yes      yes      yes      yes      no       hidden   hidden   sign-in

audit.list                   audit.read               yes      yes      no       no       yes      hidden   hidden   sign-in
audit.verify                 audit.read               yes      yes      no       no       yes      hidden   hidden   sign-in
audit.people                 audit.read               yes      yes      no       no       yes      hidden   hidden   sign-in

audit.undo                   organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
audit.undoPreview            audit.read               yes      yes      no       no       yes      hidden   hidden   sign-in
audit.undoableOfCall         organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in

reviews.list                 organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
reviews.get                  organization.read        yes      yes      hidden   hidden   hidden   hidden   hidden   sign-in
reviews.items                organization.read        yes      yes      hidden   hidden   hidden   hidden   hidden   sign-in
reviews.preview              reviews.manage           yes      yes      no       no       no       hidden   hidden   sign-in
reviews.verify               reviews.read             yes      yes      no       no       no       hidden   hidden   sign-in
reviews.start                reviews.manage           yes      yes      no       no       no       hidden   hidden   sign-in
reviews.decide               organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
reviews.close                reviews.manage           yes      yes      no       no       no       hidden   hidden   sign-in
reviews.cancel               reviews.manage           yes      yes      no       no       no       hidden   hidden   sign-in

insights.people              members.read             yes      yes      yes      yes      no       hidden   hidden   sign-in
insights.invitations         invitations.read         yes      yes      no       no       yes      hidden   hidden   sign-in
insights.hints               reviews.read             yes      yes      no       no       no       hidden   hidden   sign-in

exports.prepare              organization.export      yes      yes      no       no       no       hidden   hidden   sign-in

imports.list                 invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in
imports.get                  invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in
imports.rows                 invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in
imports.check                invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in
imports.open                 invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in
imports.load                 invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in
imports.run                  invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in
imports.cancel               invitations.send         yes      yes      no       no       no       hidden   hidden   sign-in

keys.list                    organization.read        yes      yes      yes      yes      yes      hidden   hidden   sign-in
keys.get                     organization.read        yes      yes      hidden   hidden   hidden   hidden   hidden   sign-in
keys.create                  keys.create              yes      yes      yes      no       no       hidden   hidden   sign-in
keys.update                  organization.read        yes      yes      hidden   hidden   hidden   hidden   hidden   sign-in
keys.rotate                  organization.read        yes      yes      hidden   hidden   hidden   hidden   hidden   sign-in
keys.revoke                  organization.read        yes      yes      hidden   hidden   hidden   hidden   hidden   sign-in

serviceAccounts.list         members.read             yes      yes      yes      yes      no       hidden   hidden   sign-in
serviceAccounts.get          members.read             yes      yes      yes      yes      no       hidden   hidden   sign-in
serviceAccounts.find         members.read             yes      yes      yes      yes      no       hidden   hidden   sign-in
serviceAccounts.create       keys.manage              yes      yes      no       no       no       hidden   hidden   sign-in
serviceAccounts.update       keys.manage              yes      yes      no       no       no       hidden   hidden   sign-in
serviceAccounts.remove       keys.manage              yes      yes      no       no       no       hidden   hidden   sign-in

webhooks.list                webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.get                 webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.deliveries          webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.delivery            webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.create              webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.update              webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.rotate              webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.enable              webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.disable             webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.delete              webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.test                webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in
webhooks.replay              webhooks.manage          yes      yes      no       no       no       hidden   hidden   sign-in

live.changes                 signed-in                open     open     open     open     open     open     open     sign-in

mailbox.list                 anyone                   open     open     open     open     open     open     open     open
mailbox.get                  anyone                   open     open     open     open     open     open     open     open
`

const PARTS = [...CAST, 'anonymous'] as const
const VERDICTS: Readonly<Record<string, string>> = {
  'not-permitted': 'no',
  'not-found': 'hidden',
  'not-signed-in': 'sign-in',
}

const [HEADER = [], ...ROWS] = MATRIX.trim()
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => line.trim().split(/\s+/))
const EXPECTED = new Map(ROWS.map(([path = '', needs = '', ...verdicts]) => [path, { needs, verdicts }]))

test('every procedure of the router has its line, and no line is about something that does not exist', () => {
  const paths = procedures().map((one) => one.path)
  expect([...EXPECTED.keys()].sort()).toEqual([...paths].sort())
  expect(Object.keys(INPUTS).sort()).toEqual([...paths].sort())
  expect(HEADER.slice(2)).toEqual(PARTS)
  expect(ROWS.every((row) => row.length === HEADER.length)).toBe(true)
})

test('every procedure says which permission it needs or to whom it opens, and the line says the same', () => {
  for (const { path, meta } of procedures()) {
    expect([path, meta.needs ?? meta.opensTo]).toEqual([path, EXPECTED.get(path)?.needs])
    expect([path, Number(meta.needs !== undefined) + Number(meta.opensTo !== undefined)]).toEqual([path, 1])
  }
})

test('whatever needs a permission names its organization', () => {
  for (const { path, meta, fields } of procedures()) {
    if (meta.needs) expect([path, fields.includes('organization')]).toEqual([path, true])
  }
})

test('these and no others open to callers without a grant', () => {
  const opening = (to: string) =>
    procedures()
      .filter(({ meta }) => meta.opensTo === to)
      .map(({ path, type }) => `${path} ${type === 'mutation' ? 'writes' : 'reads'}`)
      .sort()
  expect(opening('anyone')).toEqual([
    'domains.verify writes',
    'domains.view reads',
    'identity.askPasswordReset writes',
    'identity.confirmEmailChange writes',
    'identity.me reads',
    'identity.resetPassword writes',
    'identity.setUp writes',
    'identity.signIn writes',
    'identity.signUp writes',
    'identity.status reads',
    'identity.verifyEmail writes',
    'invitations.decline writes',
    'invitations.opened writes',
    'invitations.view reads',
    'mailbox.get reads',
    'mailbox.list reads',
    'requests.door reads',
  ])
  expect(opening('signed-in')).toEqual([
    'domains.join writes',
    'domains.joinable reads',
    'identity.askEmailChange writes',
    'identity.changePassword writes',
    'identity.deleteAccount writes',
    'identity.endOtherSessions writes',
    'identity.endSession writes',
    'identity.removeAvatar writes',
    'identity.resendVerification writes',
    'identity.sessions reads',
    'identity.signOut writes',
    'identity.updateProfile writes',
    'invitations.accept writes',
    'invitations.mine reads',
    'live.changes reads',
    'notifications.mute writes',
    'notifications.set writes',
    'notifications.settings reads',
    'notifications.unmute writes',
    'organizations.create writes',
    'requests.make writes',
    'requests.mine reads',
    'requests.withdraw writes',
  ])
})

/** The verdicts of a procedure, each of them tried; refused ones first, since they change nothing. */
async function verdictsOf(procedure: Listed, expected: readonly string[]): Promise<readonly string[]> {
  const home = await house()
  try {
    const { acme } = await thingsOf(home)
    const input = INPUTS[procedure.path]?.(acme)
    const verdicts = new Map<string, string>()
    const refusedFirst = [...PARTS].sort(
      (a, b) => rank(expected[PARTS.indexOf(a)]) - rank(expected[PARTS.indexOf(b)]),
    )
    for (const part of refusedFirst) {
      const user = part === 'anonymous' ? null : home.people[part].id
      const answer = await callBy(contextFor(home, user), procedure, input)
      verdicts.set(part, verdict(procedure, answer))
    }
    return PARTS.map((part) => verdicts.get(part) ?? '')
  } finally {
    await home.close()
  }
}

const rank = (verdict: string | undefined) => (verdict === 'yes' || verdict === 'open' ? 1 : 0)

function verdict({ meta }: Listed, answer: unknown): string {
  const code = answer instanceof Refusal ? answer.code : ''
  if (meta.opensTo) return code === 'not-signed-in' ? 'sign-in' : 'open'
  return VERDICTS[code] ?? 'yes'
}

describe.each(procedures())('$path', (procedure) => {
  const expected = EXPECTED.get(procedure.path)?.verdicts ?? []
  let verdicts: readonly string[]
  beforeAll(async () => {
    verdicts = await verdictsOf(procedure, expected)
  })
  test('T3 A18 every verdict is the one in the table', () => {
    expect(Object.fromEntries(PARTS.map((part, index) => [part, verdicts[index]]))).toEqual(
      Object.fromEntries(PARTS.map((part, index) => [part, expected[index]])),
    )
  })
})
