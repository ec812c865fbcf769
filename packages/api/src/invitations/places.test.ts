import { DAY, type GroupId, type ProjectId, type RoleId } from '@roster/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { contents } from '../testing/contents.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, projectRole, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { account, delivered, invite, mailedSecret, rolesOf, trail } from './testing.ts'

const acme = { organization: 'acme' }

let home: House
let apollo: ProjectId
let engineering: GroupId
let editor: RoleId
let viewer: RoleId
let eve: Awaited<ReturnType<typeof account>>
beforeEach(async () => {
  home = await house()
  apollo = await addProject(home, 'Apollo')
  engineering = await addGroup(home, 'Engineering')
  editor = await projectRole(home, home.acme, 'editor')
  viewer = await projectRole(home, home.acme, 'viewer')
  eve = await account(home, 'eve')
})
afterEach(() => home.close())

const toApollo = (role = editor, expiresAt: number | null = null) => [{ project: apollo, role, expiresAt }]
const accept = (invitation: string) => home.asUser(eve.id).invitations.accept({ invitation })
const listed = async (part: Part = 'owner', input = {}) => {
  const { items } = await home.as(part).invitations.list({ ...acme, status: 'all', ...input })
  return items
}
const send = (input: object, part: Part = 'owner', recipient = eve.email) =>
  home.as(part).invitations.send({ ...acme, recipients: [recipient], ...input })
/** What eve holds in projects, and the groups she is in. */
async function holds() {
  const roles = await rolesOf(home, eve.id)
  const groups = await home.database.reader
    .selectFrom('group_member as g')
    .innerJoin('member as m', 'm.id', 'g.member_id')
    .select('g.group_id')
    .where('m.user_id', '=', eve.id)
    .where('g.until', 'is', null)
    .execute()
  return {
    projects: roles.flatMap((one) => (one.project_id ? [[one.project_id, one.role_id]] : [])),
    groups: groups.map((one) => one.group_id),
  }
}
async function archive(project: ProjectId) {
  await home.as('owner').projects.archive({ ...acme, project })
}

describe('what an invitation carries', () => {
  test('C2 C13 I11 D24 people are put into projects and groups before they accept, and are in them from then on', async () => {
    const id = await invite(home, eve.email, {
      projects: toApollo(editor, home.now() + 30 * DAY),
      groups: [engineering],
    })
    expect(await holds()).toEqual({ projects: [], groups: [] })
    expect((await listed())[0]).toMatchObject({
      defaultProjects: false,
      places: {
        projects: [
          {
            project: { id: apollo, name: 'Apollo', archived: false },
            role: { id: editor, key: 'editor' },
            expiresAt: home.now() + 30 * DAY,
          },
        ],
        groups: [{ id: engineering, name: 'Engineering' }],
        hidden: 0,
      },
    })
    expect(await accept(id)).toMatchObject({ leftOut: [] })
    expect(await holds()).toEqual({ projects: [[apollo, editor]], groups: [engineering] })
    const entries = (await trail(home, home.acme)).slice(-4)
    expect(
      entries.map(({ action, target, facts }) => [action, target.id, facts.project ?? facts.group]),
    ).toEqual([
      ['invitation.accepted', id, undefined],
      ['member.joined', eve.id, undefined],
      ['assignment.given', eve.id, apollo],
      ['group.member-added', eve.id, engineering],
    ])
    expect(entries[2].facts).toMatchObject({
      role: editor,
      invitation: id,
      expires_at: home.now() + 30 * DAY,
    })
    // What it gave can still be read off the closed invitation.
    expect((await listed())[0]?.places).toMatchObject({ projects: [{}], groups: [{}] })
  })

  test('D24 whoever is added to the default projects joins those that new members join, the others do not', async () => {
    await home.as('owner').projects.update({ ...acme, project: apollo, defaultRole: viewer })
    const id = await invite(home, eve.email, { defaultProjects: true })
    expect((await listed())[0]?.defaultProjects).toBe(true)
    const view = await home.asUser(eve.id).invitations.view({ invitation: id })
    expect(view.places).toMatchObject([{ name: 'Apollo', role: 'Viewer', byDefault: true }])
    await accept(id)
    expect(await holds()).toEqual({ projects: [[apollo, viewer]], groups: [] })

    const bob = await account(home, 'bob')
    const other = await invite(home, bob.email)
    await home.asUser(bob.id).invitations.accept({ invitation: other })
    expect((await rolesOf(home, bob.id)).map((one) => one.project_id)).toEqual([null])
  })

  test('D24 a role given by name counts before the one by default', async () => {
    await home.as('owner').projects.update({ ...acme, project: apollo, defaultRole: viewer })
    await accept(await invite(home, eve.email, { defaultProjects: true, projects: toApollo(editor) }))
    expect((await holds()).projects).toEqual([[apollo, editor]])
  })

  test('D29 A10 nobody offers what they may not give to a member', async () => {
    const mercury = await addProject(home, 'Mercury', { organization: home.globex })
    const before = await contents(home.deps)
    const owner = await projectRole(home, home.acme, 'owner')
    const code = async (input: object, part: Part = 'owner') => (await refused(send(input, part))).code
    expect(await code({ projects: toApollo(owner) }, 'admin')).toBe('beyond-your-own')
    expect(await code({ projects: toApollo(home.roles.member) })).toBe('role-level-mismatch')
    expect(await code({ projects: toApollo(editor, home.now()) })).toBe('expiry-in-the-past')
    expect(await code({ projects: [...toApollo(), ...toApollo(viewer)] })).toBe('invalid-input')
    expect(await code({ projects: [{ project: mercury, role: editor }] })).toBe('not-found')
    expect(await code({ projects: [{ project: apollo, role: home.deps.newId('rol') }] })).toBe('not-found')
    expect(await code({ groups: [home.deps.newId('grp')] })).toBe('not-found')
    expect(await contents(home.deps)).toBe(before)
  })

  test('D29 into a group invites who decides about it, and holds what being in it gives', async () => {
    await onlyInvites()
    await giveInProject(home, apollo, { group: engineering }, 'editor')
    const invited = { role: home.roles.viewer, groups: [engineering] }
    expect((await refused(send(invited, 'viewer'))).code).toBe('not-permitted')
    await putInto(home, engineering, 'viewer', true)
    expect(await send(invited, 'viewer')).toMatchObject([{ ok: true }])
    const around = await addGroup(home, 'Everybody')
    await giveInProject(home, await addProject(home, 'Gemini'), { group: around }, 'admin')
    await putInto(home, around, { child: engineering })
    // Through the group they hold it themselves, until that ends.
    expect(await send(invited, 'viewer', 'bob@x.test')).toMatchObject([{ ok: true }])
    expect((await refused(send({ groups: [around], role: home.roles.viewer }, 'viewer'))).code).toBe(
      'not-permitted',
    )
  })

  test('D29 whoever invites needs to manage the people of the project, as for members', async () => {
    await onlyInvites()
    await giveInProject(home, apollo, 'viewer', 'editor')
    const inviter = { role: home.roles.viewer, projects: toApollo(viewer) }
    expect((await refused(send(inviter, 'viewer'))).code).toBe('not-permitted')
  })

  test('an archived project takes nobody, and one archived meanwhile is left out and said so', async () => {
    const id = await invite(home, eve.email, { projects: toApollo(), groups: [engineering] })
    await archive(apollo)
    expect((await refused(send({ projects: toApollo() }, 'owner', 'bob@x.test'))).code).toBe(
      'project-archived',
    )
    const view = await home.asUser(eve.id).invitations.view({ invitation: id })
    expect(view.places).toEqual([
      {
        kind: 'project',
        name: 'Apollo',
        role: 'Editor',
        roleSentence: 'Edits the content of the project, runs jobs and manages connections.',
        expiresAt: null,
        byDefault: false,
        leftOut: 'archived',
      },
      {
        kind: 'group',
        name: 'Engineering',
        role: null,
        roleSentence: null,
        expiresAt: null,
        byDefault: false,
        leftOut: null,
      },
    ])
    expect(await accept(id)).toMatchObject({
      leftOut: [{ kind: 'project', name: 'Apollo', why: 'archived' }],
    })
    expect(await holds()).toEqual({ projects: [], groups: [engineering] })
  })

  test('A09 what its sender may not give any more is left out, and the rest is given', async () => {
    const gemini = await addProject(home, 'Gemini')
    const id = await invite(home, eve.email, { as: 'admin', projects: toApollo(), groups: [engineering] })
    await home.as('owner').invitations.edit({
      ...acme,
      invitation: await delivering(id),
      projects: [...toApollo(), { project: gemini, role: editor }],
    })
    const member = memberOf(home, 'admin')
    await home.as('owner').members.changeRoles({ ...acme, members: [member], role: home.roles.member })
    const { leftOut } = await accept(id)
    expect(leftOut).toEqual([
      { kind: 'project', name: 'Apollo', why: 'withdrawn' },
      { kind: 'group', name: 'Engineering', why: 'withdrawn' },
    ])
    expect(await holds()).toEqual({ projects: [[gemini, editor]], groups: [] })
  })

  test('a project, a group or an end that is gone meanwhile is not given', async () => {
    const end = home.now() + DAY
    const gemini = await addProject(home, 'Gemini')
    const projects = [...toApollo(editor, end), { project: gemini, role: editor }]
    const id = await invite(home, eve.email, { projects, groups: [engineering] })
    await home.deps.writer.run(async (tx) => {
      await tx.updateTable('project').set({ until: home.now() }).where('id', '=', gemini).execute()
      await tx.updateTable('group').set({ until: home.now() }).where('id', '=', engineering).execute()
    })
    home.advance(DAY)
    expect((await accept(id)).leftOut).toEqual([{ kind: 'project', name: 'Apollo', why: 'expired' }])
    expect(await holds()).toEqual({ projects: [], groups: [] })
  })
})

/** As the worker would after sending. */
async function delivering(id: Awaited<ReturnType<typeof invite>>) {
  await delivered(home, id)
  return id
}

/** Makes the viewer of the cast somebody who may invite, and nothing else that matters here. */
async function onlyInvites() {
  const role = home.deps.newId('rol')
  const permissions = [
    'organization.read',
    'members.read',
    'invitations.send',
    'groups.read',
    'projects.read',
  ]
  await home.deps.writer.run((tx) =>
    tx
      .insertInto('role')
      .values({
        id: role,
        organization_id: home.acme,
        level: 'organization',
        key: null,
        name: 'Recruiter',
        permissions: JSON.stringify(permissions),
        created_at: home.now(),
        until: null,
      })
      .execute(),
  )
  const change = { ...acme, members: [memberOf(home, 'viewer')], role }
  await home.as('owner').members.changeRoles(change)
}

describe('terms are never lost', () => {
  const carried = async () => (await listed('owner', { status: 'open' }))[0]?.places

  test('D16 D21 I11 resending and extending keep the projects, the groups and their ends', async () => {
    const projects = toApollo(editor, home.now() + 30 * DAY)
    const id = await invite(home, eve.email, { projects, groups: [engineering], defaultProjects: true })
    const before = await carried()
    home.advance(1_000)
    await home.as('admin').invitations.resend({ ...acme, invitations: [id] })
    expect(await carried()).toEqual(before)
    await delivered(home, id)
    home.advance(1_000)
    await home.as('owner').invitations.extend({ ...acme, invitation: id, days: 7 })
    expect(await carried()).toEqual(before)
    await accept(id)
    expect(await holds()).toEqual({ projects: [[apollo, editor]], groups: [engineering] })
  })

  test('C14 being invited once more, to another project, keeps what was promised before', async () => {
    const gemini = await addProject(home, 'Gemini')
    await invite(home, eve.email, { projects: toApollo(viewer), groups: [engineering] })
    const id = await invite(home, eve.email, { projects: [{ project: gemini, role: editor }] })
    await accept(id)
    const { projects, groups } = await holds()
    expect(new Map(projects.map(([project, role]) => [project, role]))).toEqual(
      new Map([
        [gemini, editor],
        [apollo, viewer],
      ]),
    )
    expect(groups).toEqual([engineering])
  })

  test('D22 editing changes exactly what is named, the invitee sees the new terms, and the trail tells', async () => {
    const id = await delivering(
      await invite(home, eve.email, { projects: toApollo(viewer), groups: [engineering] }),
    )
    home.advance(1_000)
    const edit = (input: object) => home.as('owner').invitations.edit({ ...acme, invitation: id, ...input })
    await edit({ projects: toApollo(editor) })
    expect(await carried()).toMatchObject({
      projects: [{ role: { id: editor } }],
      groups: [{ id: engineering }],
    })
    await edit({ groups: [], defaultProjects: true })
    expect(await carried()).toMatchObject({ projects: [{ role: { id: editor } }], groups: [] })
    const link = { invitation: id, secret: await mailedSecret(home, id) }
    const view = await home.as('anonymous').invitations.view(link)
    expect(view.places).toMatchObject([{ name: 'Apollo', role: 'Editor', leftOut: null }])
    const entries = (await trail(home, home.acme)).slice(-2)
    expect(entries.map((entry) => [entry.action, entry.facts])).toEqual([
      [
        'invitation.edited',
        { projects_given: [apollo], roles_given: [editor], projects_taken: [apollo], roles_taken: [viewer] },
      ],
      ['invitation.edited', { groups_taken: [engineering], default_projects: true }],
    ])
    const before = await contents(home.deps)
    await edit({ projects: toApollo(editor), groups: [], defaultProjects: true })
    expect(await contents(home.deps)).toBe(before)
    expect((await refused(edit({ projects: toApollo(home.roles.member) }))).code).toBe('role-level-mismatch')
  })

  test('revoking ends all of it', async () => {
    const id = await invite(home, eve.email, { projects: toApollo(), groups: [engineering] })
    await home.as('owner').invitations.revoke({ ...acme, invitations: [id] })
    for (const table of ['assignment', 'group_member'] as const) {
      const live = await home.database.reader
        .selectFrom(table)
        .select('id')
        .where('invitation_id', '=', id)
        .where('until', 'is', null)
        .execute()
      expect(live).toEqual([])
    }
  })
})

describe('invitations to one project', () => {
  test('C4 C12 C14 C15 they are listed by project, resent and revoked like all others', async () => {
    const gemini = await addProject(home, 'Gemini')
    const first = await invite(home, eve.email, { projects: toApollo() })
    const second = await invite(home, 'bob@x.test', { projects: [{ project: gemini, role: viewer }] })
    await invite(home, 'carl@x.test')
    const at = async (project: ProjectId, status: 'open' | 'revoked' | 'all' | 'undeliverable' = 'open') => {
      const { items, total } = await home.as('admin').invitations.list({ ...acme, project, status })
      expect(total).toBe(items.length)
      return items.map((one) => one.id)
    }
    expect(await at(apollo)).toEqual([first])
    expect(await at(gemini)).toEqual([second])
    const [resent] = await home.as('admin').invitations.resend({ ...acme, invitations: [first] })
    expect(resent?.ok).toBe(true)
    expect(await at(apollo)).toEqual([first])
    await delivered(home, second, 'failed')
    expect(await at(gemini, 'undeliverable')).toEqual([second])
    home.advance(1_000)
    await home.as('admin').invitations.revoke({ ...acme, invitations: [first] })
    expect(await at(apollo)).toEqual([])
    expect(await at(apollo, 'revoked')).toEqual([first])
    expect(await at(apollo, 'all')).toEqual([first])
  })

  test('C4 accepting makes a member of the organization and of the project in one step', async () => {
    const id = await invite(home, eve.email, { projects: toApollo() })
    const before = await home.as('owner').projects.members({ ...acme, project: apollo })
    expect(before.items).toEqual([])
    await accept(id)
    const { items } = await home.as('owner').projects.members({ ...acme, project: apollo })
    expect(items.map((one) => one.user)).toEqual([eve.id])
  })

  test('a project that one may not know of is not named, and cannot be asked for', async () => {
    await invite(home, eve.email, { projects: toApollo(), groups: [engineering] })
    expect((await listed('auditor'))[0]?.places).toEqual({ projects: [], groups: [], hidden: 2 })
    expect((await refused(listed('auditor', { project: apollo }))).code).toBe('not-found')
  })
})

test('D24 the reason for which somebody was invited with a role stays with the role they have', async () => {
  await home.as('owner').organizations.update({ ...acme, policies: { requireReason: true } })
  const id = await invite(home, eve.email, { role: home.roles.admin, reason: 'Stands in for Ada' })
  await accept(id)
  const { member } = await home.deps.reader
    .selectFrom('member')
    .select('id as member')
    .where('user_id', '=', eve.id)
    .executeTakeFirstOrThrow()
  const { because } = await home.as('owner').assignments.effective({ ...acme, member })
  expect(because.map(({ reason }) => reason)).toEqual(['Stands in for Ada'])
})
