import { Refusal } from '@roster/domain'
import { describe, expect, test } from 'vitest'
import { authenticateKey } from './keys/authenticate.ts'
import { callBy, contextOf, type Listed, procedures } from './testing/call.ts'
import { type House, house } from './testing/house.ts'
import { INPUTS } from './testing/inputs.ts'
import { projectRole } from './testing/places.ts'
import { type Things, thingsOf } from './testing/things.ts'

/**
 * What whoever comes with an API key may call. All but one are keys of the owner of acme:
 *
 *   owner, admin, viewer   at the organization, with this role as the ceiling
 *   scoped                 admin, narrowed to seeing the organization and its members
 *   project                admin of one project
 *   service                admin as the ceiling, of a service account that is a member
 *   revoked, expired       with the ceiling of the owner, but over
 *
 *   yes      allowed: whatever is refused after that is refused for another reason
 *   no       refused with not-permitted
 *   hidden   refused with not-found
 *   people   refused with people-only: needs no grant, but somebody in person
 *   dead     nobody is behind the key, whatever is asked
 */
const MATRIX = `
procedure                     owner   admin   viewer  scoped  project service revoked expired

identity.status               people  people  people  people  people  people  dead    dead
identity.me                   people  people  people  people  people  people  dead    dead
identity.setUp                people  people  people  people  people  people  dead    dead
identity.signIn               people  people  people  people  people  people  dead    dead
identity.signOut              people  people  people  people  people  people  dead    dead
identity.signUp               people  people  people  people  people  people  dead    dead
identity.verifyEmail          people  people  people  people  people  people  dead    dead
identity.resendVerification   people  people  people  people  people  people  dead    dead
identity.askPasswordReset     people  people  people  people  people  people  dead    dead
identity.resetPassword        people  people  people  people  people  people  dead    dead
identity.changePassword       people  people  people  people  people  people  dead    dead
identity.askEmailChange       people  people  people  people  people  people  dead    dead
identity.confirmEmailChange   people  people  people  people  people  people  dead    dead
identity.updateProfile        people  people  people  people  people  people  dead    dead
identity.removeAvatar         people  people  people  people  people  people  dead    dead
identity.sessions             people  people  people  people  people  people  dead    dead
identity.endSession           people  people  people  people  people  people  dead    dead
identity.endOtherSessions     people  people  people  people  people  people  dead    dead
identity.deleteAccount        people  people  people  people  people  people  dead    dead

organizations.create          people  people  people  people  people  people  dead    dead
organizations.get             yes     yes     yes     yes     yes     yes     dead    dead
organizations.overview        yes     yes     yes     yes     yes     yes     dead    dead
organizations.update          yes     yes     no      no      no      no      dead    dead
organizations.policyFacts     yes     yes     yes     yes     yes     yes     dead    dead
organizations.entitlements    yes     yes     yes     yes     yes     yes     dead    dead
organizations.setEntitlements yes     no      no      no      no      no      dead    dead
organizations.delete          yes     no      no      no      no      no      dead    dead

members.list                  yes     yes     yes     yes     no      yes     dead    dead
members.get                   yes     yes     yes     yes     no      yes     dead    dead
members.find                  yes     yes     yes     yes     yes     yes     dead    dead
members.changeRoles           yes     yes     no      no      no      no      dead    dead
members.remove                yes     yes     no      no      no      no      dead    dead
members.removalPreview        yes     yes     no      no      no      no      dead    dead
members.offboard              yes     yes     no      no      no      no      dead    dead
members.offboardPreview       yes     yes     no      no      no      no      dead    dead
members.offboardEvidence      yes     yes     no      no      no      no      dead    dead
members.leave                 people  people  people  people  people  people  dead    dead
members.transferOwnership     yes     no      no      no      no      no      dead    dead
members.update                yes     yes     no      no      no      no      dead    dead
members.sendPasswordReset     yes     yes     no      no      no      no      dead    dead
members.sessions              yes     yes     no      no      no      no      dead    dead
members.endSessions           yes     yes     no      no      no      no      dead    dead

invitations.check             yes     yes     no      no      no      no      dead    dead
invitations.suggest           yes     yes     no      no      no      no      dead    dead
invitations.send              yes     yes     no      no      no      no      dead    dead
invitations.list              yes     yes     no      no      no      no      dead    dead
invitations.get               yes     yes     no      no      no      no      dead    dead
invitations.resend            yes     yes     no      no      no      no      dead    dead
invitations.revoke            yes     yes     no      no      no      no      dead    dead
invitations.extend            yes     yes     no      no      no      no      dead    dead
invitations.edit              yes     yes     no      no      no      no      dead    dead
invitations.remove            yes     yes     no      no      no      no      dead    dead
invitations.copyLink          yes     yes     no      no      no      no      dead    dead
invitations.view              people  people  people  people  people  people  dead    dead
invitations.opened            people  people  people  people  people  people  dead    dead
invitations.accept            people  people  people  people  people  people  dead    dead
invitations.decline           people  people  people  people  people  people  dead    dead
invitations.mine              people  people  people  people  people  people  dead    dead

projects.list                 yes     yes     yes     no      no      yes     dead    dead
projects.get                  yes     yes     hidden  hidden  yes     hidden  dead    dead
projects.create               yes     yes     no      no      no      no      dead    dead
projects.update               yes     yes     hidden  hidden  yes     hidden  dead    dead
projects.archive              yes     yes     hidden  hidden  yes     hidden  dead    dead
projects.restore              yes     yes     hidden  hidden  yes     hidden  dead    dead
projects.deletionPreview      yes     no      hidden  hidden  no      hidden  dead    dead
projects.delete               yes     no      hidden  hidden  no      hidden  dead    dead
projects.transfer             yes     no      hidden  hidden  no      hidden  dead    dead
projects.members              yes     yes     hidden  hidden  yes     hidden  dead    dead
projects.member               yes     yes     hidden  hidden  yes     hidden  dead    dead
projects.groups               yes     yes     hidden  hidden  yes     hidden  dead    dead

groups.list                   yes     yes     no      no      no      yes     dead    dead
groups.get                    yes     yes     no      no      no      yes     dead    dead
groups.members                yes     yes     no      no      no      yes     dead    dead
groups.ofMember               yes     yes     no      no      no      yes     dead    dead
groups.children               yes     yes     no      no      no      yes     dead    dead
groups.candidates             yes     yes     no      no      no      yes     dead    dead
groups.access                 yes     yes     no      no      no      yes     dead    dead
groups.losses                 yes     yes     no      no      no      yes     dead    dead
groups.create                 yes     yes     no      no      no      no      dead    dead
groups.update                 yes     yes     no      no      no      no      dead    dead
groups.delete                 yes     yes     no      no      no      no      dead    dead
groups.addMembers             yes     yes     no      no      no      no      dead    dead
groups.removeMembers          yes     yes     no      no      no      no      dead    dead
groups.setManager             yes     yes     no      no      no      no      dead    dead
groups.nest                   yes     yes     no      no      no      no      dead    dead
groups.unnest                 yes     yes     no      no      no      no      dead    dead

roles.list                    yes     yes     yes     yes     yes     yes     dead    dead
roles.get                     yes     yes     yes     yes     yes     yes     dead    dead
roles.holders                 yes     yes     yes     yes     no      yes     dead    dead
roles.changePreview           yes     yes     no      no      no      no      dead    dead
roles.create                  yes     yes     no      no      no      no      dead    dead
roles.update                  yes     yes     no      no      no      no      dead    dead
roles.delete                  yes     yes     no      no      no      no      dead    dead

requests.door                 people  people  people  people  people  people  dead    dead
requests.make                 people  people  people  people  people  people  dead    dead
requests.mine                 people  people  people  people  people  people  dead    dead
requests.withdraw             people  people  people  people  people  people  dead    dead
requests.list                 yes     yes     yes     yes     yes     yes     dead    dead
requests.approve              yes     yes     no      no      no      no      dead    dead
requests.reject               yes     yes     no      no      no      no      dead    dead

domains.list                  yes     yes     yes     yes     yes     yes     dead    dead
domains.add                   yes     yes     no      no      no      no      dead    dead
domains.sendProof             yes     yes     no      no      no      no      dead    dead
domains.update                yes     yes     no      no      no      no      dead    dead
domains.remove                yes     yes     no      no      no      no      dead    dead
domains.view                  people  people  people  people  people  people  dead    dead
domains.verify                people  people  people  people  people  people  dead    dead
domains.joinable              people  people  people  people  people  people  dead    dead
domains.join                  people  people  people  people  people  people  dead    dead

assignments.preview           yes     yes     yes     yes     yes     yes     dead    dead
assignments.assign            yes     yes     yes     yes     yes     yes     dead    dead
assignments.renew             yes     yes     hidden  hidden  yes     hidden  dead    dead
assignments.expiring          yes     yes     yes     yes     no      yes     dead    dead
assignments.effective         yes     yes     yes     yes     no      yes     dead    dead

notifications.settings        people  people  people  people  people  people  dead    dead
notifications.set             people  people  people  people  people  people  dead    dead
notifications.mute            people  people  people  people  people  people  dead    dead
notifications.unmute          people  people  people  people  people  people  dead    dead

templates.list                yes     yes     yes     yes     yes     yes     dead    dead
templates.preview             yes     yes     no      no      no      no      dead    dead
templates.update              yes     yes     no      no      no      no      dead    dead
templates.reset               yes     yes     no      no      no      no      dead    dead

onboarding.steps              yes     yes     yes     yes     yes     yes     dead    dead
onboarding.update             yes     yes     no      no      no      no      dead    dead
onboarding.tick               people  people  people  people  people  people  dead    dead
onboarding.dismiss            people  people  people  people  people  people  dead    dead

history.person                yes     yes     yes     yes     no      yes     dead    dead
history.projectMembers        yes     yes     hidden  hidden  yes     hidden  dead    dead
history.changes               yes     yes     yes     yes     no      yes     dead    dead

reviews.list                  yes     yes     yes     yes     yes     yes     dead    dead
reviews.get                   yes     yes     hidden  hidden  hidden  hidden  dead    dead
reviews.items                 yes     yes     hidden  hidden  hidden  hidden  dead    dead
reviews.preview               yes     yes     no      no      no      no      dead    dead
reviews.verify                yes     yes     no      no      no      no      dead    dead
reviews.start                 yes     yes     no      no      no      no      dead    dead
reviews.decide                people  people  people  people  people  people  dead    dead
reviews.close                 yes     yes     no      no      no      no      dead    dead
reviews.cancel                yes     yes     no      no      no      no      dead    dead

insights.people               yes     yes     yes     yes     no      yes     dead    dead
insights.invitations          yes     yes     no      no      no      no      dead    dead
insights.hints                yes     yes     no      no      no      no      dead    dead

exports.prepare               yes     yes     no      no      no      no      dead    dead

imports.list                  yes     yes     no      no      no      no      dead    dead
imports.get                   yes     yes     no      no      no      no      dead    dead
imports.rows                  yes     yes     no      no      no      no      dead    dead
imports.check                 yes     yes     no      no      no      no      dead    dead
imports.open                  yes     yes     no      no      no      no      dead    dead
imports.load                  yes     yes     no      no      no      no      dead    dead
imports.run                   yes     yes     no      no      no      no      dead    dead
imports.cancel                yes     yes     no      no      no      no      dead    dead

checks.subjects               yes     yes     yes     yes     no      yes     dead    dead

keys.list                     yes     yes     yes     yes     yes     yes     dead    dead
keys.get                      yes     yes     hidden  hidden  hidden  hidden  dead    dead
keys.create                   yes     yes     no      no      no      yes     dead    dead
keys.update                   yes     yes     hidden  hidden  hidden  hidden  dead    dead
keys.rotate                   yes     yes     hidden  hidden  hidden  hidden  dead    dead
keys.revoke                   yes     yes     hidden  hidden  hidden  hidden  dead    dead

serviceAccounts.list          yes     yes     yes     yes     no      yes     dead    dead
serviceAccounts.get           yes     yes     yes     yes     no      yes     dead    dead
serviceAccounts.find          yes     yes     yes     yes     no      yes     dead    dead
serviceAccounts.create        yes     yes     no      no      no      no      dead    dead
serviceAccounts.update        yes     yes     no      no      no      no      dead    dead
serviceAccounts.remove        yes     yes     no      no      no      no      dead    dead

webhooks.list                 yes     yes     no      no      no      no      dead    dead
webhooks.get                  yes     yes     no      no      no      no      dead    dead
webhooks.deliveries           yes     yes     no      no      no      no      dead    dead
webhooks.delivery             yes     yes     no      no      no      no      dead    dead
webhooks.create               yes     yes     no      no      no      no      dead    dead
webhooks.update               yes     yes     no      no      no      no      dead    dead
webhooks.rotate               yes     yes     no      no      no      no      dead    dead
webhooks.enable               yes     yes     no      no      no      no      dead    dead
webhooks.disable              yes     yes     no      no      no      no      dead    dead
webhooks.delete               yes     yes     no      no      no      no      dead    dead
webhooks.test                 yes     yes     no      no      no      no      dead    dead
webhooks.replay               yes     yes     no      no      no      no      dead    dead

audit.list                    yes     yes     no      no      no      no      dead    dead
audit.verify                  yes     yes     no      no      no      no      dead    dead
audit.people                  yes     yes     no      no      no      no      dead    dead
audit.undo                    yes     yes     yes     yes     yes     yes     dead    dead
audit.undoPreview             yes     yes     no      no      no      no      dead    dead
audit.undoableOfCall          yes     yes     yes     yes     yes     yes     dead    dead

live.changes                  people  people  people  people  people  people  dead    dead

mailbox.list                  people  people  people  people  people  people  dead    dead
mailbox.get                   people  people  people  people  people  people  dead    dead
`

const KINDS = ['owner', 'admin', 'viewer', 'scoped', 'project', 'service', 'revoked', 'expired'] as const
type Kind = (typeof KINDS)[number]
const DAY = 86_400_000

const [HEADER = [], ...ROWS] = MATRIX.trim()
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => line.trim().split(/\s+/))
const EXPECTED = new Map(ROWS.map(([path = '', ...verdicts]) => [path, verdicts]))

/** Really made, each by whoever may make it. */
async function keysOf(home: House, { project }: Things): Promise<ReadonlyMap<Kind, string>> {
  const { keys, serviceAccounts } = home.as('owner')
  const at = { organization: 'acme' }
  const { roles } = home
  const make = async (
    name: Kind,
    terms: Omit<Parameters<typeof keys.create>[0], 'organization' | 'name'>,
  ) => {
    const { key, secret } = await keys.create({ ...at, name, ...terms })
    return { name, id: key.id, secret }
  }
  const { member } = await serviceAccounts.create({ ...at, name: 'Deploys', role: roles.member })
  const made = [
    await make('owner', { role: roles.owner, expiryDays: null }),
    await make('admin', { role: roles.admin, expiryDays: null }),
    await make('viewer', { role: roles.viewer, expiryDays: null }),
    await make('scoped', {
      ...{ role: roles.admin, expiryDays: null },
      permissions: ['organization.read', 'members.read'],
    }),
    await make('project', { role: await projectRole(home, home.acme, 'admin'), project, expiryDays: null }),
    await make('service', { role: roles.admin, for: member, expiryDays: null }),
    await make('revoked', { role: roles.owner, expiryDays: null }),
    await make('expired', { role: roles.owner, expiresAt: home.now() + DAY }),
  ]
  const revoked = made.find(({ name }) => name === 'revoked')
  if (revoked) await keys.revoke({ ...at, key: revoked.id })
  return new Map(made.map(({ name, secret }) => [name, secret]))
}

/** Refused ones first, since they change nothing. */
async function verdictsOf(procedure: Listed, expected: readonly string[]): Promise<readonly string[]> {
  const home = await house()
  try {
    const { acme } = await thingsOf(home)
    const input = INPUTS[procedure.path]?.(acme)
    const secrets = await keysOf(home, acme)
    const rank = (kind: Kind) => Number(expected[KINDS.indexOf(kind)] === 'yes')
    const verdicts = new Map<Kind, string>()
    for (const kind of [...KINDS].sort((a, b) => rank(a) - rank(b))) {
      const at = kind === 'expired' ? home.now() + DAY : home.now()
      const holder = await authenticateKey(home.deps, secrets.get(kind) ?? '', at)
      const answer = holder ? await callBy(contextOf(home, holder), procedure, input) : null
      verdicts.set(kind, holder ? verdict(answer) : 'dead')
    }
    return KINDS.map((kind) => verdicts.get(kind) ?? '')
  } finally {
    await home.close()
  }
}

const VERDICTS: Readonly<Record<string, string>> = {
  'not-permitted': 'no',
  'not-found': 'hidden',
  'people-only': 'people',
}

function verdict(answer: unknown): string {
  return VERDICTS[answer instanceof Refusal ? answer.code : ''] ?? 'yes'
}

test('every procedure of the router has its line, and no line is about something that does not exist', () => {
  expect([...EXPECTED.keys()].sort()).toEqual(
    procedures()
      .map(({ path }) => path)
      .sort(),
  )
  expect(HEADER.slice(1)).toEqual(KINDS)
})

test('whatever opens without a grant refuses every key', () => {
  for (const { path, meta } of procedures()) {
    if (meta.opensTo) expect([path, ...(EXPECTED.get(path) ?? [])].slice(0, 7)).toEqual([path, ...PEOPLE])
  }
})
const PEOPLE = ['people', 'people', 'people', 'people', 'people', 'people']

describe.each(procedures())('$path', (procedure) => {
  const expected = EXPECTED.get(procedure.path) ?? []
  test('A39 A40 every verdict is the one in the table', async () => {
    const verdicts = await verdictsOf(procedure, expected)
    expect(Object.fromEntries(KINDS.map((kind, index) => [kind, verdicts[index]]))).toEqual(
      Object.fromEntries(KINDS.map((kind, index) => [kind, expected[index]])),
    )
  })
})
