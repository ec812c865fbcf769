import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { callBy, contextFor, type Listed, procedures, refusalsIn } from './testing/call.ts'
import { digestOf } from './testing/digest.ts'
import { type House, house } from './testing/house.ts'
import { INPUTS } from './testing/inputs.ts'
import { type Things, thingsOf } from './testing/things.ts'

/** What may come back for an id of another organization. */
type Answer = 'not-found' | 'link-invalid' | 'cursor-invalid' | 'nothing'

interface Swap {
  /** The field in which the other organization's id stands. */
  readonly field: string
  readonly input: (acme: Things, globex: Things, home: House) => unknown
  readonly answer: Answer
}

const swap = (field: string, input: Swap['input'], answer: Answer = 'not-found'): Swap => ({
  field,
  input,
  answer,
})
const inAcme =
  (fields: (globex: Things, acme: Things) => object): Swap['input'] =>
  ({ organization, ...acme }, globex) => ({ organization, ...fields(globex, { organization, ...acme }) })

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
const otherCursor = (path: 'members' | 'invitations' | 'audit') =>
  swap(
    'cursor',
    async ({ organization }, _, home) => ({ organization, pageSize: 1, cursor: await cursorIn(home, path) }),
    'cursor-invalid',
  )
/** Another's invitation with the secret of one's own. */
const ownSecret: Swap['input'] = ({ secret }, { invitation }) => ({ invitation, secret })
const ownLinkSecret =
  (purpose: 'verify-email' | 'reset-password' | 'change-email'): Swap['input'] =>
  (acme, globex, home) => ({ link: globex.link, secret: home.deps.links.secret(purpose, acme.link, 1) })

/** Every argument that is an id, tried by the owner of acme with the id of globex' thing of the same kind. */
const SWAPS: Readonly<Record<string, readonly Swap[]>> = {
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
  'members.get': [member],
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
      'role',
      inAcme(({ role }) => ({ recipients: ['ada@example.test'], role })),
    ),
  ],
  'invitations.list': [
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
const PLAIN: ReadonlySet<string> = new Set([
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
  ...['email', 'password', 'current', 'next', 'secret'],
  ...['page', 'pageSize', 'sort', 'direction', 'search', 'prefix', 'status', 'inactiveDays'],
  ...['action', 'from', 'to', 'sentAfter', 'sentBefore', 'noted'],
  ...['recipients', 'expiryDays', 'days', 'notify', 'message', 'welcome', 'reason', 'keep'],
])

let home: House
let acme: Things
let globex: Things
beforeEach(async () => {
  home = await house()
  ;({ acme, globex } = await thingsOf(home))
})
afterEach(() => home.close())

const call = (procedure: Pick<Listed, 'path' | 'type'>, input: unknown) =>
  callBy(contextFor(home, acme.owner, acme.session), procedure, input)

async function cursorIn(of: House, list: 'members' | 'invitations' | 'audit'): Promise<string> {
  const page = { organization: of.globex, pageSize: 1 }
  const caller = of.as('outsider')
  const pages = {
    members: () => caller.members.list(page),
    invitations: () => caller.invitations.list({ ...page, status: 'all' }),
    audit: () => caller.audit.list(page),
  }
  const { nextCursor } = await pages[list]()
  if (nextCursor === null) throw new Error(`globex has only one of ${list}`)
  return nextCursor
}

/** What came back, in one word; more than one word for several items. */
function said(answer: unknown): string {
  const refusals = refusalsIn(answer)
  if (refusals.length > 0) return [...new Set(refusals)].join(' ')
  if (Array.isArray(answer)) return answer.length === 0 ? 'nothing' : 'something'
  if (typeof answer === 'object' && answer !== null && 'items' in answer) return said(answer.items)
  return 'something'
}

test('every argument that is an id has its line', () => {
  for (const { path, fields } of procedures()) {
    const ids = fields.filter((field) => !PLAIN.has(field))
    expect([path, (SWAPS[path] ?? []).map((one) => one.field).sort()]).toEqual([path, ids.sort()])
  }
})

describe.each(procedures().filter(({ path }) => SWAPS[path]))('A31 $path', (procedure) => {
  const { path } = procedure
  test.each(SWAPS[path] ?? [])(
    '$field of another organization: $answer, and nothing changes',
    async (one) => {
      const input = await one.input(acme, globex, home)
      const before = await digestOf(home)
      expect(said(await call(procedure, input))).toBe(one.answer)
      expect(await digestOf(home)).toEqual(before)
    },
  )
  if (procedure.meta.opensTo) return
  test('the same call finds what is its own', async () => {
    expect(said(await call(procedure, INPUTS[path]?.(acme)))).not.toMatch(/not-found|nothing/)
  })
})

describe.each(procedures().filter(({ meta }) => meta.needs))('A31 $path', (procedure) => {
  test('in another organization, by id and by slug: not-found, and nothing changes', async () => {
    const input = INPUTS[procedure.path]?.(globex)
    const before = await digestOf(home)
    for (const organization of [
      globex.organization,
      'globex',
      'GLOBEX',
      ' globex',
      acme.organization.toUpperCase(),
    ]) {
      expect(said(await call(procedure, Object.assign({}, input, { organization })))).toBe('not-found')
    }
    expect(await digestOf(home)).toEqual(before)
  })
})

describe('A32 ids of two organizations in one call', () => {
  const trailOfGlobex = async () => (await home.as('outsider').audit.list({ organization: 'globex' })).items

  test.each([
    [
      'members.changeRoles',
      (own: Things, other: Things) => ({ members: [own.member, other.member], role: own.role }),
    ],
    ['members.remove', (own: Things, other: Things) => ({ members: [own.member, other.member] })],
    [
      'invitations.resend',
      (own: Things, other: Things) => ({ invitations: [own.invitation, other.invitation] }),
    ],
    [
      'invitations.revoke',
      (own: Things, other: Things) => ({ invitations: [own.invitation, other.invitation] }),
    ],
  ] as const)('%s does its own and refuses the other', async (path, fields) => {
    const before = await trailOfGlobex()
    const answer = await call({ path, type: 'mutation' }, { organization: 'acme', ...fields(acme, globex) })
    expect(answer).toMatchObject([{ ok: true }, { ok: false, refusal: { code: 'not-found' } }])
    expect(await trailOfGlobex()).toEqual(before)
    expect((await home.as('outsider').organizations.get({ organization: 'globex' })).totals).toEqual({
      members: 2,
      invitations: 1,
    })
  })

  test('A33 a stream of one organization tells nothing of another', async () => {
    const answer = await call({ path: 'live.changes', type: 'subscription' }, { organization: 'globex' })
    expect(said(answer)).toBe('not-found')
  })
})
