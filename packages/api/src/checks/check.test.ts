import { ALL_PERMISSIONS, isProjectPermission, type Permission } from '@roster/domain'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeKey } from '../keys/testing.ts'
import { answer } from '../platform/query.ts'
import { giveRole, newRole } from '../roles/testing.ts'
import { contextFor } from '../testing/call.ts'
import { type House, house, type Part } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { check, checkBatch } from './check.ts'
import { checkPermissions } from './permissions.ts'
import { checkProjects } from './projects.ts'
import { checkSubjects } from './subjects.ts'
import { anyWorld, askByRest, furnish } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const acme = { organization: 'acme', explain: false }
const as = (part: Part) => contextFor(home, home.people[part].id)
const may = async (part: Part, asked: { subject: string; permission: Permission; at?: string }) =>
  (await answer(check, as(part), { ...acme, ...asked })).allowed

/** Every page of a search, a few at a time. */
async function everything<Item>(
  page: (cursor: string | undefined) => Promise<{ items: readonly Item[]; nextCursor: string | null }>,
): Promise<readonly Item[]> {
  const all: Item[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = await page(cursor)
    all.push(...items)
    if (nextCursor === null) return all
    cursor = nextCursor
  }
}

test('in any organization every answer, alone, in a batch and searched for, is what the rule says', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyWorld,
      fc.array(fc.constantFrom(...ALL_PERMISSIONS), { minLength: 2, maxLength: 4 }),
      async (plan, asked) => {
        const world = await house()
        try {
          const { members, projects, may: should } = await furnish(world, plan)
          const call = contextFor(world, world.people.owner.id)
          const places = [null, ...projects.keys()]
          for (const permission of asked) {
            for (const place of places) {
              const at = place === null ? undefined : projects[place]
              const expected = members.map((_, person) => should(person, permission, place))
              const singles = []
              for (const subject of members)
                singles.push((await answer(check, call, { ...acme, subject, permission, at })).allowed)
              expect(singles).toEqual(expected)
              const checks = members.map((subject) => ({ subject, permission, at }))
              const batch = await answer(checkBatch, call, { ...acme, checks })
              expect(batch.map(({ allowed }) => allowed)).toEqual(expected)
              const found = await everything((cursor) =>
                answer(checkSubjects, call, { ...acme, permission, at, cursor, pageSize: 2 }),
              )
              expect(found.map(({ member }) => member)).toEqual(
                members.filter((_, person) => expected[person]).sort(),
              )
            }
            for (const [person, subject] of members.entries()) {
              const found = await everything((cursor) =>
                answer(checkProjects, call, { ...acme, subject, permission, cursor, pageSize: 1 }),
              )
              const expected = projects.filter((_, place) => should(person, permission, place))
              expect(found.map(({ id }) => id)).toEqual(expected)
            }
          }
          for (const [person, subject] of members.entries()) {
            for (const place of places) {
              const at = place === null ? undefined : projects[place]
              const found = await answer(checkPermissions, call, { ...acme, subject, at })
              const there = ALL_PERMISSIONS.filter((one) => place === null || isProjectPermission(one))
              expect(found.map(({ permission }) => permission)).toEqual(
                there.filter((permission) => should(person, permission, place)),
              )
            }
          }
        } finally {
          await world.close()
        }
      },
    ),
    { numRuns: 15 },
  )
}, 60_000)

test('every reason given would be enough by itself, and without all of them the answer is no', async () => {
  const project = await addProject(home, 'Apollo')
  const outer = await addGroup(home, 'Outer')
  const inner = await addGroup(home, 'Inner')
  await putInto(home, outer, { child: inner })
  await putInto(home, inner, 'member')
  await giveInProject(home, project, { group: outer }, 'editor')
  await giveInProject(home, project, 'member', 'viewer', home.now() + 1_000)
  const asked = { organization: 'acme', explain: true, subject: 'the-member', at: project }
  const ask = (permission: Permission) => answer(check, as('admin'), { ...asked, permission })

  expect(await ask('project.content.read')).toMatchObject({
    allowed: true,
    reasons: [
      {
        via: 'direct',
        role: { key: 'viewer' },
        project: { name: 'Apollo' },
        expiresAt: home.now() + 1_000,
        groups: [],
      },
      {
        via: 'group',
        role: { key: 'editor' },
        expiresAt: null,
        groups: [{ name: 'Outer' }, { name: 'Inner' }],
      },
    ],
  })
  home.advance(1_000)
  expect((await ask('project.content.read')).reasons).toMatchObject([{ via: 'group' }])
  expect(await ask('project.delete')).toEqual({ allowed: false, reasons: [] })
  await home.as('owner').groups.delete({ organization: 'acme', group: inner })
  expect(await ask('project.content.read')).toEqual({ allowed: false, reasons: [] })
})

describe('A33 A34 who may ask, and what an answer tells', () => {
  test('everybody asks about themselves, about others only who may see them', async () => {
    const nobody = { permission: 'members.read', subject: 'usr_00000000000000000000000000' } as const
    expect(await may('auditor', { subject: 'the-auditor', permission: 'audit.read' })).toBe(true)
    expect(await may('auditor', { subject: home.people.auditor.id, permission: 'members.read' })).toBe(false)
    for (const subject of [
      'the-owner',
      'nobody-at-all',
      'nobody@acme.test',
      nobody.subject,
      home.people.outsider.id,
    ]) {
      const asked = answer(check, as('auditor'), { ...acme, ...nobody, subject })
      expect(await refused(asked)).toMatchObject({
        code: 'not-permitted',
        facts: { permission: 'members.read' },
      })
    }
    expect((await refused(answer(check, as('outsider'), { ...acme, ...nobody }))).code).toBe('not-found')
    expect((await refused(answer(check, as('removed'), { ...acme, ...nobody }))).code).toBe('not-found')
  })

  test('whoever is no member, or not able to sign in, is a plain no', async () => {
    const permission = 'organization.read'
    const { owner, admin, outsider, removed } = home.people
    for (const subject of [
      owner.id,
      memberOf(home, 'owner'),
      owner.email,
      owner.email.toUpperCase(),
      ` ${owner.username} `,
    ])
      expect([subject, await may('viewer', { subject, permission })]).toEqual([subject, true])
    const none = [
      outsider.id,
      outsider.email,
      removed.id,
      'x@acme.test',
      'x',
      '%',
      'usr_',
      "' or 1=1",
      'svc_00000000000000000000000000',
    ]
    for (const subject of none)
      expect([subject, await may('owner', { subject, permission })]).toEqual([subject, false])

    const change = (set: object) =>
      home.deps.writer.run((tx) => tx.updateTable('user').set(set).where('id', '=', admin.id).execute())
    await change({ email_verified_at: null })
    expect(await may('owner', { subject: admin.email, permission })).toBe(false)
    expect(await may('owner', { subject: admin.id, permission })).toBe(true)
    await change({ disabled_at: home.now() })
    expect(await may('owner', { subject: admin.id, permission })).toBe(false)
    const { items } = await answer(checkSubjects, as('owner'), { ...acme, permission, pageSize: 100 })
    expect(items.map(({ user }) => user)).not.toContain(admin.id)
  })

  test('a project that is not the caller’s to know of answers as one that does not exist', async () => {
    const hidden = await addProject(home, 'Hidden')
    const elsewhere = await addProject(home, 'Elsewhere', { organization: home.globex })
    await giveInProject(home, hidden, 'admin', 'owner')
    await giveRole(
      home,
      'viewer',
      await newRole(home, 'Sees people', ['organization.read', 'members.read', 'projects.read']),
    )
    const nowhere = [hidden, elsewhere, 'prj_00000000000000000000000000', 'prj_', 'anything']
    for (const at of nowhere) {
      const asked = { ...acme, subject: 'the-admin', permission: 'project.read', at } as const
      expect(await answer(check, as('member'), asked)).toEqual({ allowed: false })
      expect(await answer(checkPermissions, as('member'), { ...acme, subject: 'the-admin', at })).toEqual([])
      const who = { ...acme, permission: 'project.read', at, pageSize: 25 } as const
      expect(await answer(checkSubjects, as('member'), who)).toEqual({ items: [], nextCursor: null })
    }
    const where = { ...acme, subject: 'the-admin', permission: 'project.read', pageSize: 25 } as const
    expect((await refused(answer(checkProjects, as('member'), where))).code).toBe('not-permitted')
    expect((await answer(checkProjects, as('admin'), where)).items.map(({ id }) => id)).toEqual([hidden])
  })

  test('who is in a project is told to whoever may see it, though the project shows to all', async () => {
    const at = await addProject(home, 'Open', { visibility: 'organization' })
    await giveInProject(home, at, 'viewer', 'viewer')
    const asked = { subject: 'the-viewer', permission: 'project.read', at } as const
    const no = { code: 'not-permitted', facts: { permission: 'project.members.read' } }
    expect(await refused(may('member', asked))).toMatchObject(no)
    const checks = [{ subject: 'the-viewer', permission: 'members.read' as const }, asked]
    expect(await refused(answer(checkBatch, as('member'), { ...acme, checks }))).toMatchObject({
      ...no,
      facts: { ...no.facts, field: 'checks.1' },
    })
    expect(await may('viewer', asked)).toBe(true)
    expect(await may('member', { ...asked, subject: 'the-member' })).toBe(false)
    const where = { ...acme, permission: 'project.read', pageSize: 25 } as const
    const seen = await answer(checkProjects, as('viewer'), { ...where, subject: 'the-viewer' })
    expect(seen.items).toEqual([{ id: at, name: 'Open', archived: false }])
  })

  test('a cursor of another question is refused', async () => {
    const asked = { ...acme, permission: 'organization.read', pageSize: 1 } as const
    const { nextCursor } = await answer(checkSubjects, as('owner'), asked)
    const cursor = nextCursor ?? ''
    const other = { ...asked, permission: 'members.read', cursor } as const
    expect((await refused(answer(checkSubjects, as('owner'), other))).code).toBe('cursor-invalid')
    const where = { ...asked, subject: 'the-owner', cursor } as const
    expect((await refused(answer(checkProjects, as('owner'), where))).code).toBe('cursor-invalid')
  })
})

describe('by REST', () => {
  const owner = { subject: 'the-owner', permission: 'organization.delete' }

  test('A20 a change of roles is in the next answer, and what expires is over at that moment', async () => {
    const { secret } = await makeKey(home, 'owner', 'viewer')
    const ask = async () =>
      (await askByRest(home, secret, '/check', { subject: 'the-member', permission: 'groups.read' })).body
    expect(await ask()).toEqual({ allowed: true })
    await giveRole(home, 'member', home.roles.viewer)
    expect(await ask()).toEqual({ allowed: false })
    const project = await addProject(home, 'Apollo')
    await giveInProject(home, project, 'member', 'viewer', home.now() + 1)
    const there = async () =>
      (
        await askByRest(home, (await makeKey(home, 'owner', 'admin')).secret, '/check', {
          subject: 'the-member',
          permission: 'project.read',
          project,
        })
      ).body
    expect(await there()).toEqual({ allowed: true })
    home.advance(1)
    expect(await there()).toEqual({ allowed: false })
  })

  test('C5 a key that works at one project asks about that one and nothing else', async () => {
    const project = await addProject(home, 'Apollo')
    const other = await addProject(home, 'Gemini', { visibility: 'organization' })
    await giveInProject(home, project, 'member', 'editor')
    const viewer = (
      await home.as('owner').roles.list({ organization: 'acme', level: 'project', project })
    ).find((one) => one.key === 'viewer')
    if (!viewer) throw new Error('there is no viewer')
    const { secret } = await home
      .as('owner')
      .keys.create({ organization: 'acme', name: 'App', role: viewer.id, project })
    const ask = async (path: string, body: object) => {
      const { status, body: said } = await askByRest(home, secret, path, body)
      return status === 200 ? said : status
    }
    const edit = { subject: 'the-member', permission: 'project.content.edit' }
    expect(await ask('/check', edit)).toEqual({ allowed: true })
    expect(await ask('/check', { ...edit, project })).toEqual({ allowed: true })
    expect(await ask('/check', { ...edit, project: other })).toEqual({ allowed: false })
    expect(await ask('/check', { ...edit, permission: 'members.read' })).toBe(403)
    expect(await ask('/check/batch', { checks: [edit, { ...edit, permission: 'project.delete' }] })).toEqual({
      results: [{ allowed: true }, { allowed: false }],
    })
    expect(
      await ask('/check/permissions', {
        subject: 'the-member',
        permissions: ['project.delete', 'project.jobs.run'],
      }),
    ).toEqual({
      items: [{ permission: 'project.jobs.run' }],
    })
    // Who is not in the project, though they may do it there, is no more than an id.
    const { id: admin } = home.people.admin
    expect(await ask('/check/subjects', { permission: 'project.content.edit' })).toMatchObject({
      items: [
        { type: 'user', name: 'The owner' },
        { user: admin, name: null, email: null },
        { name: 'The member', email: 'member@acme.test', service_account: null },
      ],
      next_cursor: null,
    })
    expect(await ask('/check/projects', edit)).toEqual({
      items: [{ id: project, name: 'Apollo', archived: false }],
      next_cursor: null,
    })
  })

  test('a service account is asked about, and asks', async () => {
    const { admin } = home.roles
    const { serviceAccount, member } = await home
      .as('owner')
      .serviceAccounts.create({ organization: 'acme', name: 'App', role: admin })
    const { secret } = await home
      .as('owner')
      .keys.create({ organization: 'acme', name: 'App', role: admin, for: member })
    for (const subject of [serviceAccount, member])
      expect((await askByRest(home, secret, '/check', { subject, permission: 'roles.manage' })).body).toEqual(
        { allowed: true },
      )
    const asked = { permission: 'roles.manage', type: 'service_account', explain: true }
    expect((await askByRest(home, secret, '/check/subjects', asked)).body).toMatchObject({
      items: [
        {
          service_account: serviceAccount,
          reasons: [{ role: { key: 'admin' }, via: 'direct', by: { name: 'The owner' } }],
        },
      ],
      next_cursor: null,
    })
  })

  test('what is not asked as declared is refused with the place of the fault', async () => {
    const { secret } = await makeKey(home, 'owner', 'viewer')
    const fault = async (path: string, body: unknown) => {
      const { status, body: said } = await askByRest(home, secret, path, body)
      const errors = typeof said === 'object' && said !== null && 'errors' in said ? said.errors : null
      return [status, errors]
    }
    expect(await fault('/check', { ...owner, permission: 'members.rule' })).toMatchObject([
      400,
      [{ pointer: '#/permission', detail: 'there is no such permission' }],
    ])
    expect(await fault('/check', { ...owner, at: 'prj_1' })).toMatchObject([400, [{ pointer: '#/at' }]])
    expect(await fault('/check', { permission: 'members.read' })).toMatchObject([
      400,
      [{ pointer: '#/subject' }],
    ])
    expect(await fault('/check/batch', { checks: [owner, { ...owner, subject: 7 }] })).toMatchObject([
      400,
      [{ pointer: '#/checks/1/subject' }],
    ])
    for (const body of [
      null,
      [],
      'x',
      7,
      { checks: [] },
      { checks: {} },
      { checks: Array(1_001).fill(owner) },
      { __proto__: owner },
    ])
      for (const path of [
        '/check',
        '/check/batch',
        '/check/subjects',
        '/check/projects',
        '/check/permissions',
      ])
        expect([path, (await askByRest(home, secret, path, body)).status]).toEqual([path, 400])
  })

  test('a question is no write: a name for it is passed over and nothing is kept', async () => {
    const { secret } = await makeKey(home, 'owner', 'owner')
    const named = () => askByRest(home, secret, '/check', owner, 'once')
    expect((await named()).body).toEqual({ allowed: true })
    expect((await askByRest(home, secret, '/check', { ...owner, subject: 'x' }, 'once')).body).toEqual({
      allowed: false,
    })
    expect((await named()).headers).not.toHaveProperty('idempotent-replayed')
    expect(await home.deps.reader.selectFrom('repeat').selectAll().execute()).toEqual([])
  })
})
