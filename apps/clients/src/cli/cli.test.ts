import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Acme, acme } from '../sdk/acme.ts'
import { commandLine } from './told.ts'

let world: Acme
let roster: ReturnType<typeof commandLine>

beforeAll(async () => {
  world = await acme()
  roster = commandLine({
    ROSTER_URL: world.server.listening,
    ROSTER_KEY: world.town.people.owner.key,
    ROSTER_ORG: 'acme',
  })
})
afterAll(() => world.stop())

const FILE = `version: 1
organization:
  policies:
    seats: 500
roles:
  project:
    Deployer:
      description: Runs jobs
      permissions: [project.read, project.jobs.run]
projects:
  Apollo:
    description: To the moon
    visibility: organization
    default_role: viewer
  Old:
    archived: true
groups:
  Engineering:
    members: [ada@acme.test, eve@new.test]
    managers: [ada@acme.test]
    roles:
      projects:
        Apollo: { role: Deployer, until: 2031-12-31 }
  Everybody:
    groups: [Engineering]
members:
  eve@new.test:
    role: viewer
    projects:
      Apollo: editor
service_accounts:
  Robot:
    description: Deploys
    role: viewer
    projects:
      Apollo: Deployer
`

describe('organization as code against a running Roster', () => {
  test('what is exported plans to nothing', async () => {
    const exported = await roster(['export', '--yaml'])
    expect(exported).toMatchObject({ noted: '', exit: 0 })
    const plan = await roster(['plan', 'org.yaml'], { 'org.yaml': exported.said })
    expect(plan).toMatchObject({ noted: '', exit: 0 })
    expect(plan.said).toContain('Nothing to change')
  })

  test('applied once it is so, applied twice nothing changes, and what is exported says so', async () => {
    const files = { 'org.yaml': FILE }
    const first = await roster(['apply', 'org.yaml', '--yes'], files)
    expect(first.noted).toMatch(/^Done: \d+ changes\.$/)
    expect(first.exit).toBe(0)
    const second = await roster(['apply', 'org.yaml', '--yes', '--json'], files)
    expect(JSON.parse(second.said)).toEqual({ planned: 0, done: 0, refused: null })
    const exported = await roster(['export', '--yaml'])
    expect(exported.said).toContain('Deployer')
    const again = await roster(['plan', 'org.yaml', '--detailed-exitcode'], {
      'org.yaml': exported.said.replace('version: 1', 'version: 1\nprune: true'),
    })
    expect(again).toMatchObject({ noted: '', exit: 0 })
  })

  test('everything in a file can be changed and taken away again', async () => {
    const changed = `version: 1
prune: [groups, projects, service_accounts, roles]
roles:
  project:
    Deployer: { permissions: [project.read] }
    Reader: { permissions: [project.content.read] }
projects:
  Apollo: { description: To Mars, visibility: private, default_role: null }
  Old: { archived: false }
  Site: {}
groups:
  Engineering:
    description: Those who build
    members: [eve@new.test]
    managers: []
    groups: [Everybody]
    roles: { organization: viewer, projects: {} }
  Everybody: { groups: [], members: [ada@acme.test] }
members:
  eve@new.test: { role: member, projects: { Apollo: Reader, Old: viewer } }
  ada@acme.test: { title: Countess }
service_accounts:
  Robot: { role: member, projects: {} }
`
    const files = { 'org.yaml': changed }
    const applied = await roster(['apply', 'org.yaml', '--yes'], files)
    expect(applied.noted).toMatch(/^Done: \d+ changes\.$/)
    expect((await roster(['plan', 'org.yaml', '--detailed-exitcode'], files)).exit).toBe(0)

    const gone = {
      'org.yaml': 'version: 1\nprune: true\ngroups: {}\nservice_accounts: {}\nprojects: { Site: {} }\n',
    }
    expect((await roster(['apply', 'org.yaml', '--yes'], gone)).noted).toMatch(/^Done: \d+ changes\.$/)
    const groups = await roster(['groups', 'list', '--json'])
    expect(JSON.parse(groups.said)).toEqual([])
  })

  test('what the key may not do is refused in Roster’s words, and nothing else is done', async () => {
    const asMember = commandLine({
      ROSTER_URL: world.server.listening,
      ROSTER_KEY: world.town.people.member.key,
      ROSTER_ORG: 'acme',
    })
    const applied = await asMember(['apply', 'org.yaml', '--yes'], {
      'org.yaml': 'version: 1\nprojects: { Mine: {} }\n',
    })
    expect(applied.exit).toBe(3)
    expect(applied.noted).toContain('Your role does not allow this.')
  })
})

describe('lists and single changes', () => {
  test('members are listed as a table, as lines with tabs, and as JSON', async () => {
    const table = await roster(['members', 'list'], {}, 200)
    expect(table.said.split('\n')[0]).toMatch(/^NAME +EMAIL +USERNAME +ROLE/)
    const piped = await roster(['members', 'list'])
    expect(piped.said.split('\n')[0]?.split('\t')).toHaveLength(6)
    const json = await roster(['members', 'list', '--json'])
    expect(JSON.parse(json.said).map((member: { email: string }) => member.email)).toContain('ada@acme.test')
  })

  test('people are invited into a project, sent their invitation again, and it is taken back', async () => {
    const invited = await roster([
      'invite',
      'new@acme.test',
      'not an address',
      '--project',
      'Site=viewer',
      '--expires',
      '2w',
    ])
    expect(invited.exit).toBe(4)
    expect(invited.said).toMatch(/^new@acme\.test\thttp/)
    expect(invited.noted).toContain('not an address')
    const listed = await roster(['invitations', 'list'])
    expect(listed.said).toContain('Site: Viewer')
    expect((await roster(['invitations', 'resend', 'new@acme.test'])).exit).toBe(0)
    expect((await roster(['invitations', 'revoke', 'new@acme.test'])).exit).toBe(0)
    expect((await roster(['invitations', 'revoke', 'new@acme.test'])).noted).toContain('no open invitation')
  })

  test('a role is changed by name, checked, explained, and found in the trail', async () => {
    const email = 'member@acme.test'
    expect((await roster(['check', email, 'members.remove'])).said).toBe('no')
    const changed = await roster(['members', 'set-role', email, 'admin'])
    expect(changed).toMatchObject({ exit: 0 })
    const now = await roster(['check', email, 'members.remove', '--explain'])
    expect(now.said).toMatch(/^yes\n {2}Admin at the organization, given in person/)
    expect(
      (await roster(['audit', 'list', '--action', 'member.role-changed', '--limit', '1'])).said,
    ).toContain('member.role-changed')
    expect((await roster(['members', 'set-role', email, 'member'])).exit).toBe(0)
    expect((await roster(['members', 'set-role', email, 'nothing'])).noted).toContain(
      'There is no role nothing',
    )
  })

  test('roles and projects are listed', async () => {
    expect((await roster(['roles', 'list'])).said).toContain('project.content.read')
    expect((await roster(['projects', 'list'])).said).toContain('Site')
  })

  test('a member is removed where that was said', async () => {
    const email = 'member@acme.test'
    expect((await roster(['members', 'remove', email])).exit).toBe(2)
    expect((await roster(['members', 'remove', email, '--yes'])).exit).toBe(0)
    expect((await roster(['members', 'remove', email, '--yes'])).noted).toContain(
      'Nobody in the organization',
    )
  })

  test('a wrong address and a key that is none are told with how to mend them', async () => {
    const nowhere = commandLine({
      ROSTER_URL: 'http://127.0.0.1:1',
      ROSTER_KEY: `rst_${'0'.repeat(36)}`,
      ROSTER_ORG: 'acme',
    })
    const unreachable = await nowhere(['members', 'list'])
    expect(unreachable).toMatchObject({ exit: 1 })
    expect(unreachable.noted).toContain('ROSTER_URL')
    const strange = commandLine({
      ROSTER_URL: world.server.listening,
      ROSTER_KEY: `rst_${'0'.repeat(36)}`,
      ROSTER_ORG: 'acme',
    })
    const refused = await strange(['members', 'list'])
    expect(refused.exit).toBe(3)
    expect(refused.noted).toContain('ROSTER_KEY')
  })
})
