import { createMailer } from '@roster/mail'
import { startSink } from '@roster/mail/testing'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { account, policies, trail } from '../invitations/testing.ts'
import { sendAllDue } from '../outbox/worker.ts'
import { contents } from '../testing/contents.ts'
import { type House, house } from '../testing/house.ts'
import { addProject, giveInProject, memberOf, projectRole } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const ground = 'collaboration'
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }

const openProject = () => addProject(home, 'Apollo', { visibility: 'requests' })

/** Mail that is due now, as it arrives. */
async function letters() {
  const sink = await startSink()
  const mailer = createMailer({ url: sink.url, from: 'Roster <roster@roster.test>' })
  await sendAllDue(home.deps, mailer, silent)
  await mailer.close()
  await sink.close()
  return sink.arrived.map(({ to, email }) => ({ to: to[0], subject: email.subject, text: email.text ?? '' }))
}

describe('a member asks for a project', () => {
  test('O3 O11 O12 the approver gives a role on a ground, and the member has it at once', async () => {
    const project = await openProject()
    await giveInProject(home, project, 'viewer', 'admin')
    const reason = 'I write the landing software.'
    const { request } = await home.as('member').requests.make({ organization: 'acme', project, reason })
    const waiting = await home.as('viewer').requests.list({ organization: 'acme' })
    expect(waiting).toMatchObject({
      mayAnswer: true,
      total: 1,
      items: [{ id: request, reason, project: { name: 'Apollo' }, person: { email: 'member@acme.test' } }],
    })
    expect((await home.as('member').projects.list({ organization: 'acme', mine: true })).items).toEqual([])

    const role = await projectRole(home, home.acme, 'editor')
    const answer = { organization: 'acme', request, role, ground } as const
    await home.as('viewer').requests.approve({ ...answer, message: 'Welcome aboard.' })

    const mine = (await home.as('member').projects.list({ organization: 'acme', mine: true })).items
    expect(mine).toMatchObject([{ id: project, myRole: { key: 'editor' } }])
    expect(await home.as('member').requests.mine({})).toMatchObject([
      { id: request, state: 'approved', role: 'Editor', ground, message: 'Welcome aboard.' },
    ])
    const closed = await home.as('owner').requests.list({ organization: 'acme', state: 'closed' })
    expect(closed.items).toMatchObject([
      { id: request, state: 'approved', ground, role: { key: 'editor' }, answeredBy: { name: 'The viewer' } },
    ])
    expect((await trail(home, home.acme)).slice(-2)).toMatchObject([
      {
        action: 'request.approved',
        target: { kind: 'user', id: home.people.member.id },
        facts: { request, ground, project, role },
      },
      {
        action: 'assignment.given',
        target: { id: home.people.member.id },
        facts: { member: memberOf(home, 'member'), project, role },
      },
    ])
    const [made] = await home.deps.reader
      .selectFrom('assignment')
      .select(['reason', 'given_by'])
      .where('project_id', '=', project)
      .where('member_id', '=', memberOf(home, 'member'))
      .execute()
    expect(made).toEqual({
      reason: 'Approved request: ongoing collaboration',
      given_by: home.people.viewer.id,
    })
  })

  test('those who decide about the project get a mail, and whoever asked gets the answer', async () => {
    const project = await openProject()
    await giveInProject(home, project, 'viewer', 'owner')
    const { request } = await home
      .as('member')
      .requests.make({ organization: 'acme', project, reason: 'To see it.' })
    const [asked, ...others] = await letters()
    expect(others).toEqual([])
    expect(asked?.to).toBe('viewer@acme.test')
    expect(asked?.subject).toBe('The member asks to join Apollo')
    expect(asked?.text).toContain('> To see it.')
    await home.as('viewer').requests.reject({ organization: 'acme', request, message: 'Not this year.' })
    const [answer] = await letters()
    expect(answer?.to).toBe('member@acme.test')
    expect(answer?.text).toContain('was not approved')
    expect(answer?.text).toContain('> Not this year.')
  })

  test('A22 nobody is told of requests by a role that has ended by itself', async () => {
    const project = await openProject()
    await giveInProject(home, project, 'viewer', 'admin', home.now() + 1)
    await giveInProject(home, project, 'auditor', 'admin')
    home.advance(1)
    await home.as('member').requests.make({ organization: 'acme', project, reason: 'I write software.' })
    expect((await letters()).map(({ to }) => to)).toEqual([home.people.auditor.email])
  })

  test('a project that nobody decides about falls to those who decide about all', async () => {
    const project = await openProject()
    await home.as('member').requests.make({ organization: 'acme', project, reason: 'To see it.' })
    expect((await letters()).map(({ to }) => to).sort()).toEqual(['admin@acme.test', 'owner@acme.test'])
  })

  test('D29 A13 nobody approves with more than they hold there, and the call changes nothing', async () => {
    const project = await openProject()
    await giveInProject(home, project, 'viewer', 'admin')
    const { request } = await home
      .as('member')
      .requests.make({ organization: 'acme', project, reason: 'To own it.' })
    const before = await contents(home.deps)
    const role = await projectRole(home, home.acme, 'owner')
    const approve = home.as('viewer').requests.approve({ organization: 'acme', request, role, ground })
    expect((await refused(approve)).code).toBe('beyond-your-own')
    expect(await contents(home.deps)).toBe(before)
  })

  test('whoever decides about one project answers for no other, and not for the organization', async () => {
    const project = await openProject()
    const other = await addProject(home, 'Gemini', { visibility: 'requests' })
    await giveInProject(home, other, 'viewer', 'owner')
    const { request } = await home
      .as('member')
      .requests.make({ organization: 'acme', project, reason: 'To see it.' })
    const viewer = home.as('viewer')
    expect((await viewer.requests.list({ organization: 'acme' })).items).toEqual([])
    expect((await refused(viewer.requests.reject({ organization: 'acme', request }))).code).toBe(
      'not-permitted',
    )
    expect((await viewer.identity.me({}))?.organizations[0]?.requests).toBe(0)
    expect((await home.as('owner').identity.me({}))?.organizations[0]?.requests).toBe(1)
    expect((await home.as('member').identity.me({}))?.organizations[0]?.requests).toBeNull()
  })

  test('what cannot be asked for is refused, and nothing changes', async () => {
    const secret = await addProject(home, 'Secret')
    const shown = await addProject(home, 'Shown', { visibility: 'organization' })
    const open = await openProject()
    await giveInProject(home, open, 'viewer', 'viewer')
    await home.as('member').requests.make({ organization: 'acme', project: open, reason: 'Once.' })
    const before = await contents(home.deps)
    const ask = (part: 'member' | 'viewer' | 'outsider', project: string, reason = 'Please.') =>
      refused(home.as(part).requests.make({ organization: 'acme', project, reason })).then(({ code }) => code)
    expect(await ask('member', secret)).toBe('not-found')
    expect(await ask('member', shown)).toBe('project-not-open')
    expect(await ask('viewer', open)).toBe('nothing-to-request')
    expect(await ask('member', open)).toBe('already-requested')
    expect(await ask('outsider', open)).toBe('not-found')
    expect(await ask('viewer', open, ' ')).toBe('nothing-to-request')
    expect(await contents(home.deps)).toBe(before)
  })

  test('a request is answered once, and withdrawn by nobody but its own person', async () => {
    const project = await openProject()
    const { request } = await home
      .as('member')
      .requests.make({ organization: 'acme', project, reason: 'To see it.' })
    expect((await refused(home.as('viewer').requests.withdraw({ request }))).code).toBe('not-found')
    await home.as('member').requests.withdraw({ request })
    const reject = home.as('owner').requests.reject({ organization: 'acme', request })
    expect((await refused(reject)).message).toBe('This request was withdrawn already.')
    expect((await home.as('member').requests.mine({}))[0]).toMatchObject({ state: 'withdrawn' })
  })

  test('A12 the same place is asked for three times a day at the most', async () => {
    const project = await openProject()
    const member = home.as('member')
    const ask = () => member.requests.make({ organization: 'acme', project, reason: 'Again.' })
    for (let time = 0; time < 3; time += 1) {
      const { request } = await ask()
      await member.requests.withdraw({ request })
    }
    expect((await refused(ask())).code).toBe('too-many-attempts')
    home.advance(25 * 3_600_000)
    const later = home.as('member').requests.make({ organization: 'acme', project, reason: 'Tomorrow.' })
    await expect(later).resolves.toMatchObject({})
  })

  test('what has gone, or who has left, leaves nothing to answer', async () => {
    const project = await openProject()
    await home.as('member').requests.make({ organization: 'acme', project, reason: 'To see it.' })
    await home.as('owner').members.remove({ organization: 'acme', members: [memberOf(home, 'member')] })
    expect((await home.as('owner').requests.list({ organization: 'acme' })).items).toEqual([])
    expect((await home.as('member').requests.mine({}))[0]).toMatchObject({ state: 'void' })
  })
})

describe('somebody outside asks to join', () => {
  beforeEach(() => policies(home, { joinRequests: true }))

  test('O3 O4 O11 O12 approval sends the invitation by itself, with projects, and accepting gives the role', async () => {
    const project = await addProject(home, 'Apollo')
    const eve = await account(home, 'eve')
    const { request } = await home
      .asUser(eve.id)
      .requests.make({ organization: 'acme', reason: 'We work together.' })
    expect((await letters()).map(({ to }) => to).sort()).toEqual(['admin@acme.test', 'owner@acme.test'])
    const role = home.roles.member
    const editor = await projectRole(home, home.acme, 'editor')
    const { invitation } = await home.as('admin').requests.approve({
      organization: 'acme',
      request,
      role,
      ground: 'members-only-data',
      projects: [{ project, role: editor }],
    })
    const [mail] = await letters()
    expect(mail?.to).toBe('eve@acme.test')
    expect(mail?.text).toContain(`/invitations/${invitation}#m.`)
    expect(await home.asUser(eve.id).requests.mine({})).toMatchObject([{ state: 'approved', invitation }])
    expect(await home.as('owner').requests.list({ organization: 'acme', state: 'closed' })).toMatchObject({
      items: [{ ground: 'members-only-data', invitation, role: { key: 'member' } }],
    })

    await home.asUser(eve.id).invitations.accept({ invitation: invitation ?? '' })
    const { items } = await home.as('owner').members.list({ organization: 'acme', search: 'eve@acme.test' })
    expect(items).toMatchObject([{ user: eve.id, role: { key: 'member' } }])
    const projects = (await home.asUser(eve.id).projects.list({ organization: 'acme', mine: true })).items
    expect(projects).toMatchObject([{ id: project, myRole: { key: 'editor' } }])
  })

  test('A34 an organization that takes no requests does not exist, neither its page nor the asking', async () => {
    await policies(home, {})
    for (const organization of ['acme', 'nowhere', home.acme]) {
      const door = home.as('outsider').requests.door({ organization })
      expect((await refused(door)).code).toBe('not-found')
      const ask = home.as('outsider').requests.make({ organization, reason: 'Please.' })
      expect((await refused(ask)).code).toBe('not-found')
    }
  })

  test('the page shows the name only, and how one stands to it', async () => {
    const none = { request: null, invitation: null }
    const face = { name: 'Acme', slug: 'acme' }
    const door = (part: 'anonymous' | 'outsider' | 'member') =>
      home.as(part).requests.door({ organization: 'acme' })
    expect(await door('anonymous')).toEqual({ ...face, ...none, you: 'anonymous' })
    expect(await door('member')).toEqual({ ...face, ...none, you: 'member' })
    expect(await door('outsider')).toEqual({ ...face, ...none, you: 'outsider' })
    const { request } = await home
      .as('outsider')
      .requests.make({ organization: 'acme', reason: 'We work together.' })
    expect(await door('outsider')).toEqual({ ...face, ...none, you: 'outsider', request })
  })

  test.each([
    ['member', {}, 'already-member'],
    ['outsider', { blockedDomains: ['acme.test'] }, 'domain-blocked'],
  ] as const)('asking is refused: %s %j', async (part, more, code) => {
    await policies(home, { joinRequests: true, ...more })
    const before = await contents(home.deps)
    const ask = home.as(part).requests.make({ organization: 'acme', reason: 'Please.' })
    expect((await refused(ask)).code).toBe(code)
    expect(await contents(home.deps)).toBe(before)
  })

  test('A52 an address that nobody has proved asks for nothing', async () => {
    const eve = await account(home, 'eve', false)
    const ask = home.asUser(eve.id).requests.make({ organization: 'acme', reason: 'Please.' })
    expect((await refused(ask)).code).toBe('email-not-verified')
  })

  test('D29 A13 an admin answers with no role above their own, and the call changes nothing', async () => {
    const { request } = await home
      .as('outsider')
      .requests.make({ organization: 'acme', reason: 'We work together.' })
    const before = await contents(home.deps)
    const approve = home
      .as('admin')
      .requests.approve({ organization: 'acme', request, role: home.roles.owner, ground })
    expect((await refused(approve)).code).toBe('beyond-your-own')
    expect(await contents(home.deps)).toBe(before)
  })

  test('an open invitation to the same person is superseded, and what it led to is carried on', async () => {
    const project = await addProject(home, 'Apollo')
    const role = await projectRole(home, home.acme, 'viewer')
    const eve = await account(home, 'eve')
    const { request } = await home.asUser(eve.id).requests.make({ organization: 'acme', reason: 'Please.' })
    await home
      .as('owner')
      .invitations.send({ organization: 'acme', recipients: [eve.email], projects: [{ project, role }] })
    const { invitation } = await home
      .as('owner')
      .requests.approve({ organization: 'acme', request, role: home.roles.member, ground })
    await home.asUser(eve.id).invitations.accept({ invitation: invitation ?? '' })
    const { items } = await home.asUser(eve.id).projects.list({ organization: 'acme', mine: true })
    expect(items).toMatchObject([{ id: project, myRole: { key: 'viewer' } }])
  })

  test('who joined meanwhile is not invited once more', async () => {
    const eve = await account(home, 'eve')
    const { request } = await home.asUser(eve.id).requests.make({ organization: 'acme', reason: 'Please.' })
    await home.as('owner').invitations.send({ organization: 'acme', recipients: [eve.email] })
    const { open } = await home.asUser(eve.id).invitations.mine({})
    await home.asUser(eve.id).invitations.accept({ invitation: open[0]?.id ?? '' })
    const approve = home
      .as('owner')
      .requests.approve({ organization: 'acme', request, role: home.roles.member, ground })
    expect((await refused(approve)).code).toBe('already-member')
    await home.as('owner').requests.reject({ organization: 'acme', request, message: 'You are in already.' })
  })

  test('a deleted account leaves neither words nor an open request', async () => {
    const eve = await account(home, 'eve')
    await home.asUser(eve.id).requests.make({ organization: 'acme', reason: 'My own words.' })
    const { eraseAccount } = await import('../identity/erase.ts')
    await home.deps.writer.run((tx) => eraseAccount(tx, eve.id, home.now()))
    expect(await contents(home.deps)).not.toContain('My own words.')
    expect((await home.as('owner').requests.list({ organization: 'acme' })).items).toEqual([])
  })
})
