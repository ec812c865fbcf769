import { DEFAULT_POLICIES } from '@roster/domain'
import { Command } from 'commander'
import { describe, expect, test } from 'vitest'
import { builtInNamed, builtInRolesByName, type Organization } from '../code/model.ts'
import { kept } from '../code/testing/kept.ts'
import { EXIT } from '../io.ts'
import { quietIo } from '../testing.ts'
import { codeCommands } from './code.ts'

const KEY = `rst_${'a'.repeat(36)}`
const environment = { ROSTER_URL: 'https://roster.example.org', ROSTER_KEY: KEY, ROSTER_ORG: 'acme' }

function acme(): Organization {
  const person = (role: 'owner' | 'member' | 'viewer', key: string) => ({
    ...{ standing: 'member' as const, name: key, email: key, username: null, title: null },
    ...{ role: builtInNamed('organization', role), projects: new Map(), joinsDefaults: false },
  })
  return {
    name: 'Acme',
    policies: DEFAULT_POLICIES,
    roles: builtInRolesByName(),
    projects: new Map(),
    groups: new Map(),
    people: new Map([
      ['ada@acme.test', person('owner', 'ada@acme.test')],
      ['bob@acme.test', person('member', 'bob@acme.test')],
    ]),
    services: new Map(),
    me: null,
  }
}

const FILE = `version: 1
roles:
  project:
    Deployer:
      permissions: [project.read, project.jobs.run]
projects:
  Apollo:
    visibility: organization
groups:
  Engineering:
    members: [bob@acme.test]
    roles:
      projects:
        Apollo: Deployer
members:
  eve@acme.test:
    role: viewer
    projects:
      Apollo: { role: editor, until: 2027-03-31 }
`

async function roster(
  words: readonly string[],
  {
    files = { 'org.yaml': FILE },
    remote = kept(acme()),
    ...rest
  }: Parameters<typeof quietIo>[0] & {
    readonly remote?: ReturnType<typeof kept>
  } = {},
) {
  const io = quietIo({ files, environment, ...rest })
  const program = new Command('roster').exitOverride()
  codeCommands(program, { io, connect: async () => ({ remote }) })
  await program.parseAsync(words, { from: 'user' })
  return { ...io, remote, text: io.said.join('\n'), errors: io.noted.join('\n') }
}

describe('roster plan', () => {
  test('says every change and who gains what by it', async () => {
    const { text, ended, remote } = await roster(['plan', 'org.yaml'])
    expect(text).toMatchInlineSnapshot(`
      "Acme: 6 to add

        + role Deployer (project)  allows: project.read, project.jobs.run
        + project Apollo  visibility: organization
        + group Engineering
        + group Engineering at Apollo  role: Deployer
        + invitation of eve@acme.test  role: Viewer; Apollo: Editor until 2027-03-31
        + bob@acme.test in group Engineering

      Who gains and loses what:
        bob@acme.test gains all that Deployer allows at Apollo
        eve@acme.test, on accepting, gains all that Viewer allows at the organization; all that Editor allows at Apollo

      There, not in the file, and left as it is:
        Member ada@acme.test
        Member bob@acme.test"
    `)
    expect(ended).toEqual([EXIT.ok])
    expect(remote.now()).toEqual(acme())
  })

  test('with --detailed-exitcode ends with 4 while there is something to change, with 0 afterwards', async () => {
    const first = await roster(['plan', 'org.yaml', '--detailed-exitcode'])
    expect(first.ended).toEqual([EXIT.remarks])
    const { remote } = await roster(['apply', 'org.yaml', '--yes'])
    const then = await roster(['plan', 'org.yaml', '--detailed-exitcode'], { remote })
    expect(then.text).toContain('Nothing to change: Acme is as the file says.')
    expect(then.ended).toEqual([EXIT.ok])
  })

  test('tells what is wrong with the file by line and column, and changes nothing', async () => {
    const file = `version: 1
roles:
  project:
    Deployer: { permissions: [project.jobs.runn] }
members:
  bob@acme.test: memberr
  BOB@acme.test: viewer
groups:
  A: { groups: [B], members: [zoe@acme.test] }
  B: { groups: [A] }
`
    const { errors, ended } = await roster(['plan', 'org.yaml'], { files: { 'org.yaml': file } })
    expect(errors).toMatchInlineSnapshot(`
      "roster: org.yaml:4:31 roles.project.Deployer.permissions.0: There is no permission “project.jobs.runn”. Did you mean “project.jobs.run”?
      org.yaml:6:3 members.bob@acme.test: This person is in the file twice.
      org.yaml:6:3 members.bob@acme.test.role: There is no role “memberr” at the organization. Did you mean “Member”?
      org.yaml:9:31 groups.A.members.0: zoe@acme.test is not in the organization. List them under “members:” to have them invited.
      org.yaml:10:17 groups.B.groups.0: A cannot be within B. A group cannot contain itself, not even through other groups."
    `)
    expect(ended).toEqual([EXIT.usage])
  })

  test('is JSON for programs', async () => {
    const { text } = await roster(['plan', 'org.yaml', '--json'])
    expect(JSON.parse(text)).toMatchObject({
      changes: 6,
      steps: expect.arrayContaining([
        {
          ...{ sign: '+', action: 'invite', what: 'invitation of eve@acme.test' },
          details: expect.arrayContaining([
            { field: 'Apollo', before: null, after: 'Editor until 2027-03-31' },
          ]),
        },
      ]),
      effects: expect.arrayContaining([
        {
          ...{ person: 'bob@acme.test', standing: 'member' },
          changes: [{ project: 'Apollo', gains: ['project.read', 'project.jobs.run'], losses: [] }],
        },
      ]),
    })
  })
})

describe('roster apply', () => {
  test('asks first, and does nothing without a yes', async () => {
    const { errors, ended, remote } = await roster(['apply', 'org.yaml'], { answers: ['no'] })
    expect(errors).toBe('roster: Nothing was changed.')
    expect(ended).toEqual([EXIT.failed])
    expect(remote.now()).toEqual(acme())
  })

  test('where nobody can be asked it wants --yes', async () => {
    const { errors, ended } = await roster(['apply', 'org.yaml'])
    expect(errors).toContain('say --yes')
    expect(ended).toEqual([EXIT.usage])
  })

  test('stops at the first refusal, says how far it came, and goes on from there', async () => {
    const remote = kept(acme())
    let calls = 0
    const breaking: typeof remote = {
      ...remote,
      async apply(batch) {
        calls += 1
        return calls === 3 ? [{ code: 'busy', message: 'Roster is busy.' }] : remote.apply(batch)
      },
    }
    const first = await roster(['apply', 'org.yaml', '--yes'], { remote: breaking })
    expect(first.ended).toEqual([EXIT.refused])
    expect(first.errors).toContain('2 changes of 6 are done and stay so')
    const second = await roster(['apply', 'org.yaml', '--yes'], { remote })
    expect(second.errors).toBe('Done: 4 changes.')
    expect((await roster(['plan', 'org.yaml'], { remote })).text).toContain('Nothing to change')
  })
})

describe('what a command needs', () => {
  test.each([
    ['ROSTER_KEY', 'There is no key.'],
    ['ROSTER_URL', 'Say with --url'],
    ['ROSTER_ORG', 'Say with --org'],
  ])('without %s it says what to do', async (missing, sentence) => {
    const { errors, ended } = await roster(['plan', 'org.yaml'], {
      environment: { ...environment, [missing]: undefined },
    })
    expect(errors).toContain(sentence)
    expect(ended).toEqual([EXIT.usage])
  })

  test('what is no key is never sent, and never shown', async () => {
    const { errors } = await roster(['plan', 'org.yaml'], {
      environment: { ...environment, ROSTER_KEY: 'secret' },
    })
    expect(errors).toContain('ROSTER_KEY holds is no key')
    expect(errors).not.toContain('secret')
  })
})
