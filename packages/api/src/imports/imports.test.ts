import { DAY, type ImportCells } from '@roster/domain'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runJob } from '../platform/job.ts'
import { type House, house } from '../testing/house.ts'
import { addGroup, addProject, giveInProject, memberOf, projectRole, putInto } from '../testing/places.ts'
import { refused } from '../testing/refused.ts'
import { purgeImports } from './purge.ts'
import { acme, checked, finish, linesOf, load, outcomes } from './testing.ts'

let home: House
beforeEach(async () => {
  home = await house()
})
afterEach(() => home.close())

const trail = async (limit = 20) => {
  const { items } = await home.as('owner').audit.list({ ...acme, pageSize: limit })
  return items.map(({ action }) => action)
}

describe('D35 T17 each row has a result of its own', () => {
  test('who is not in the organization is invited, with role, groups, projects, message and end', async () => {
    const apollo = await addProject(home, 'Apollo')
    const engineering = await addGroup(home, 'Engineering')
    const rows: ImportCells[] = [
      {
        recipient: 'ada@new.test',
        role: 'viewer',
        groups: 'engineering',
        projects: 'APOLLO: editor',
        message: 'Welcome',
        expiry: '14',
      },
      { recipient: 'Grace <grace@new.test>' },
    ]
    expect(await checked(home, rows)).toEqual(['invited', 'invited'])
    const id = await load(home, rows)
    const progress = await finish(home, id)
    expect(progress).toMatchObject({ state: 'finished', done: 2, total: 2, invited: 2, refused: 0 })
    const { items } = await home.as('owner').invitations.list({ ...acme, sort: 'email' })
    expect(items).toMatchObject([
      {
        recipient: { email: 'ada@new.test' },
        role: { key: 'viewer' },
        message: 'Welcome',
        expiresAt: home.now() + 14 * DAY,
        places: {
          projects: [{ project: { id: apollo }, role: { key: 'editor' } }],
          groups: [{ id: engineering }],
        },
      },
      { recipient: { email: 'grace@new.test' }, role: { key: 'member' } },
    ])
    expect((await trail()).slice(0, 4)).toEqual([
      'import.finished',
      'invitation.sent',
      'invitation.sent',
      'import.started',
    ])
  })

  test('who has an open invitation is invited once more, and loses nothing of what it promised', async () => {
    const apollo = await addProject(home, 'Apollo')
    const viewer = await projectRole(home, home.acme, 'viewer')
    await home.as('owner').invitations.send({
      ...acme,
      recipients: ['ada@new.test'],
      projects: [{ project: apollo, role: viewer }],
    })
    const rows = [{ recipient: 'ada@new.test' }]
    expect(await checked(home, rows)).toEqual(['reinvited'])
    expect(await finish(home, await load(home, rows))).toMatchObject({ reinvited: 1 })
    const { items, total } = await home.as('owner').invitations.list(acme)
    expect(total).toBe(1)
    expect(items[0]?.places.projects).toMatchObject([{ project: { id: apollo } }])
  })

  test('a member is put into groups and projects, and nothing is done where all is so already', async () => {
    const apollo = await addProject(home, 'Apollo')
    const engineering = await addGroup(home, 'Engineering')
    await giveInProject(home, apollo, 'viewer', 'editor')
    await putInto(home, engineering, 'viewer')
    const asked = { groups: 'Engineering', projects: 'Apollo: editor' }
    const rows = [
      { recipient: 'member@acme.test', ...asked },
      { recipient: '@the-viewer', ...asked },
      { recipient: 'admin@acme.test', role: 'viewer' },
    ]
    expect(await checked(home, rows)).toEqual(['assigned', 'unchanged', 'unchanged'])
    const id = await load(home, rows)
    await finish(home, id)
    expect(await outcomes(home, id)).toEqual(['assigned', 'unchanged', 'unchanged'])
    const people = await home.as('owner').projects.members({ ...acme, project: apollo })
    expect(people.items.map(({ name }) => name)).toEqual(['The member', 'The viewer'])
    expect((await home.as('owner').groups.members({ ...acme, group: engineering })).total).toBe(2)
    const [entry] = (await home.as('owner').audit.list({ ...acme, action: 'assignment.given' })).items
    expect(entry).toMatchObject({ facts: { import: id, project: apollo, member: memberOf(home, 'member') } })
    const [undone] = await home.as('owner').audit.undo({ ...acme, entries: [entry?.sequence ?? 0] })
    expect(undone?.ok).toBe(true)
    expect((await home.as('owner').projects.members({ ...acme, project: apollo })).total).toBe(1)
  })

  test('D29 D33 what is wrong is told by column, and nothing of the row is done', async () => {
    await home.as('owner').organizations.update({ ...acme, policies: { blockedDomains: ['evil.test'] } })
    const apollo = await addProject(home, 'Apollo')
    await addGroup(home, 'Engineering')
    await addProject(home, 'Secret of globex', { organization: home.globex })
    const rows = [
      { recipient: 'a@new.test', role: 'emperor', groups: 'Nowhere', projects: 'Nothing: viewer' },
      { recipient: 'b@new.test', projects: 'Secret of globex: viewer' },
      { recipient: 'c@new.test', projects: 'Apollo: owner of all' },
      { recipient: 'not an address' },
      { recipient: 'd@evil.test' },
      { recipient: 'e@new.test', role: 'owner' },
      { recipient: 'f@new.test', expiry: '9999' },
      { recipient: 'nobody-has-this' },
      { recipient: 'member@acme.test', projects: 'Apollo: owner' },
      { recipient: 'g@new.test', projects: 'Apollo: viewer; apollo: editor' },
      { recipient: 'h@new.test' },
      { recipient: 'H@new.test' },
    ]
    const expected = [
      'refused, role name-unknown, groups name-unknown, projects name-unknown',
      'refused, projects name-unknown',
      'refused, projects name-unknown',
      'refused, recipient invalid-email',
      'refused, recipient domain-blocked',
      'refused, role beyond-your-own',
      'refused, expiry expiry-out-of-range',
      'refused, recipient username-unknown',
      'refused, projects beyond-your-own',
      'refused, projects invalid-input',
      'invited',
      'refused, recipient line-twice',
    ]
    expect(await checked(home, rows, 'admin')).toEqual(expected)
    const id = await load(home, rows, 'admin')
    expect(await finish(home, id, 100, 'admin')).toMatchObject({ invited: 1, refused: 11 })
    expect(await outcomes(home, id)).toEqual(expected)
    expect((await home.as('owner').projects.members({ ...acme, project: apollo })).total).toBe(0)
  })

  test('a seat that is not there refuses the rows beyond it, in a check in parts too', async () => {
    await home.as('owner').organizations.update({ ...acme, policies: { seats: 7 } })
    const rows = ['a@new.test', 'b@new.test', 'c@new.test'].map((recipient) => ({ recipient }))
    expect(await checked(home, rows)).toEqual(['invited', 'invited', 'refused, recipient seat-limit'])
    const [later] = await home
      .as('owner')
      .imports.check({ ...acme, offered: 2, lines: [...linesOf(rows.slice(2))] })
    expect(later).toMatchObject({ outcome: 'refused', problems: [{ code: 'seat-limit' }] })
    const id = await load(home, rows)
    await finish(home, id, 1)
    expect(await outcomes(home, id)).toEqual(['invited', 'invited', 'refused, recipient seat-limit'])
  })

  test('one person under two names is one person, and which address a username has is not told', async () => {
    const rows = [{ recipient: 'outsider@acme.test' }, { recipient: '@the-outsider' }]
    const id = await load(home, rows)
    await finish(home, id, 1)
    expect(await outcomes(home, id)).toEqual(['invited', 'refused, recipient line-twice'])
    const shown = JSON.stringify(await home.as('owner').imports.rows({ ...acme, import: id, after: 2 }))
    expect(shown).not.toContain('outsider@acme.test')
  })
})

describe('D35 an import', () => {
  test('begins when all of it is there; a part sent twice adds nothing; more than announced is refused', async () => {
    const { imports } = home.as('owner')
    const { import: id } = await imports.open({ ...acme, name: 'people.csv', total: 2 })
    const lines = linesOf([
      { recipient: 'a@new.test' },
      { recipient: 'b@new.test' },
      { recipient: 'c@new.test' },
    ])
    const part = (from: number, to: number) =>
      imports.load({ ...acme, import: id, lines: lines.slice(from, to) })
    expect(await part(0, 1)).toEqual({ loaded: 1, total: 2 })
    expect(await part(0, 1)).toEqual({ loaded: 1, total: 2 })
    expect((await refused(imports.run({ ...acme, import: id }))).code).toBe('import-incomplete')
    expect((await refused(part(1, 3))).code).toBe('too-large')
    expect((await trail(5)).includes('import.started')).toBe(false)
    expect(await part(1, 2)).toEqual({ loaded: 2, total: 2 })
    expect((await trail(1))[0]).toBe('import.started')
    expect((await refused(part(1, 2))).code).toBe('import-closed')
  })

  test('is cancelled once; what was done stays done, and the rest is never done', async () => {
    const id = await load(home, [{ recipient: 'a@new.test' }, { recipient: 'b@new.test' }])
    const { imports } = home.as('owner')
    await imports.run({ ...acme, import: id, most: 1 })
    expect(await home.as('admin').imports.cancel({ ...acme, import: id })).toEqual({ done: 1 })
    expect(await outcomes(home, id)).toEqual(['invited', 'open'])
    expect((await refused(imports.run({ ...acme, import: id }))).code).toBe('import-closed')
    expect((await refused(imports.cancel({ ...acme, import: id }))).code).toBe('import-closed')
    expect((await imports.list(acme)).items).toMatchObject([
      { id, name: 'people.csv', state: 'cancelled', done: 1, total: 2, createdBy: { name: 'The owner' } },
    ])
  })

  test('A18 is gone on with by whoever brought it, and by nobody else’s rights', async () => {
    const id = await load(home, [{ recipient: 'mallory@new.test', role: 'owner' }], 'admin')
    expect((await refused(home.as('owner').imports.run({ ...acme, import: id }))).code).toBe(
      'not-your-import',
    )
    await finish(home, id, 1, 'admin')
    expect(await outcomes(home, id)).toEqual(['refused, role beyond-your-own'])
  })

  test('keeps its rows for thirty days, and what came of them for ever', async () => {
    const done = await load(home, [{ recipient: 'a@new.test' }])
    await finish(home, done)
    const left = await load(home, [{ recipient: 'b@new.test' }])
    const { import: never } = await home.as('owner').imports.open({ ...acme, name: 'x.csv', total: 9 })
    home.advance(DAY)
    expect(await runJob(purgeImports, home.deps)).toBe(1)
    home.advance(29 * DAY)
    expect(await runJob(purgeImports, home.deps)).toBe(2)
    expect(await runJob(purgeImports, home.deps)).toBe(0)
    const { items } = await home.as('owner').imports.list(acme)
    expect(items.map(({ id, state, purged, invited }) => [id, state, purged, invited])).toEqual([
      [never, 'cancelled', true, 0],
      [left, 'cancelled', true, 0],
      [done, 'finished', true, 1],
    ])
    expect((await home.as('owner').imports.rows({ ...acme, import: done })).items).toEqual([])
    expect((await trail(1))[0]).toBe('import.cancelled')
  })
})
