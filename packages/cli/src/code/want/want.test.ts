import { DEFAULT_POLICIES } from '@roster/domain'
import { describe, expect, test } from 'vitest'
import { parseFile } from '../document/parse.ts'
import { problemText } from '../document/problem.ts'
import type { Organization } from '../model.ts'
import { type Plan, planOf } from '../plan/plan.ts'
import { toldSteps } from '../tell/steps.ts'
import { acme, group } from '../testing/acme.ts'
import { NOW } from '../testing/organizations.ts'

function planned(text: string, current: Organization): Plan | readonly string[] {
  const parsed = parseFile(`version: 1\n${text}`)
  if (!('document' in parsed)) return parsed.map((problem) => problemText('org.yaml', problem))
  const plan = planOf(parsed.document, current, NOW)
  return 'problems' in plan ? plan.problems.map((one) => problemText('org.yaml', parsed.place(one))) : plan
}

function problems(text: string, current = acme()): readonly string[] {
  const plan = planned(text, current)
  return 'steps' in plan ? [] : plan
}

function possible(text: string, current = acme()): Plan {
  const plan = planned(text, current)
  if ('steps' in plan) return plan
  throw new Error(plan.join('\n'))
}

const stepsOf = (text: string, current = acme()) =>
  toldSteps(possible(text, current)).map(({ sign, what, details }) =>
    [
      `${sign} ${what}`,
      ...details.map(({ field, before, after }) => `${field} ${before ?? '-'} → ${after ?? '-'}`),
    ].join('; '),
  )

describe('what cannot be is told at its place, before anything is done', () => {
  test.each([
    [
      'an unknown role',
      'members: { bob@acme.test: boss }',
      '2:12 members.bob@acme.test.role: There is no role “boss”',
    ],
    [
      'a role of another level',
      'members: { bob@acme.test: { projects: { Apollo: member } } }',
      'There is no role “member” for projects.',
    ],
    [
      'an unknown project',
      'members: { bob@acme.test: { projects: { Apolo: viewer } } }',
      'There is no project “Apolo”. Did you mean “Apollo”?',
    ],
    [
      'one person twice, by address and by username',
      'members: { bob@acme.test: member, "@bob": member }',
      'This person is in the file twice.',
    ],
    ['an impossible address', 'members: { a@b: member }', 'not a full domain'],
    ['no owner left', 'members: { ada@acme.test: member }', 'An organization always has an owner.'],
    [
      'an owner who has not accepted is none yet',
      'members: { ada@acme.test: member, new@acme.test: owner }',
      'An organization always has an owner.',
    ],
    [
      'an owner left out',
      'prune: true\nmembers: { cy@acme.test: owner }',
      'ada@acme.test is an owner and not in the file. Owners are protected.',
    ],
    [
      'owner through a group',
      'groups: { Engineering: { roles: { projects: { Apollo: owner } } } }',
      'groups.Engineering.roles.projects.Apollo: Owner is given to people, never through a group.',
    ],
    [
      'a custom role that comes to hold ownership and is held by a group',
      'roles: { project: { Deployer: { permissions: [project.delete] } } }\n' +
        'groups: { Engineering: { roles: { projects: { Apollo: Deployer } } } }',
      'Owner is given to people, never through a group.',
    ],
    [
      'ownership by default',
      'projects: { Apollo: { default_role: owner } }',
      'projects.Apollo.default_role: Owner is given to people by name, never by default.',
    ],
    [
      'a ring of groups',
      'groups: { A: { groups: [B] }, B: { groups: [A] } }',
      'A group cannot contain itself',
    ],
    ['a group within itself', 'groups: { A: { groups: [A] } }', 'A group cannot contain itself'],
    [
      'an unknown group within',
      'groups: { A: { groups: [Enginering] } }',
      'There is no group “Enginering”. Did you mean “Engineering”?',
    ],
    [
      'somebody in a group who is nobody here',
      'groups: { Engineering: { members: [zoe@acme.test] } }',
      'List them under “members:” to have them invited.',
    ],
    [
      'a change in an archived project',
      'members: { ada@acme.test: { projects: { Zeus: viewer } } }',
      'Zeus: This project is archived: nothing in it changes.',
    ],
    [
      'an archived project renamed in another way',
      'projects: { Zeus: { description: Anew } }',
      'Zeus: This project is archived: nothing in it changes.',
    ],
    [
      'a role left out that is held',
      'prune: [roles]\nroles: { project: {} }',
      'Deployer is not in the file, and bob@acme.test holds it still.',
    ],
    ['a built-in role described', 'roles: { project: { Viewer: {} } }', 'part of every organization'],
    ['a role called owner', 'roles: { project: { owner: {} } }', 'part of every organization'],
    ['a new role that allows nothing', 'roles: { project: { New: {} } }', 'Say with “permissions:”'],
    [
      'a project role that allows what is only held at the organization',
      'roles: { project: { New: { permissions: [members.read] } } }',
      'This role belongs to another level.',
    ],
    ['an unknown policy', 'organization: { policies: { seat: 3 } }', 'there is an unknown one'],
    [
      'an impossible policy',
      'organization: { policies: { expiry_days: { default: 0 } } }',
      'organization.policies.expiry_days: Check expiryDays',
    ],
    [
      'a policy that only owners decide',
      'organization: { policies: { managed_by: owners } }',
      'organization.policies.managed_by: Only owners decide this',
    ],
    [
      'more people than seats',
      'organization: { policies: { seats: 4 } }\nmembers: { new@acme.test: member }',
      'members.new@acme.test: All 4 seats are taken.',
    ],
    [
      'an address that is not taken',
      'organization: { policies: { blocked_domains: [evil.test] } }\nmembers: { x@mail.evil.test: member }',
      'members.x@mail.evil.test: The organization does not accept addresses at mail.evil.test.',
    ],
    [
      'a powerful role without a reason where one is asked for',
      'organization: { policies: { require_reason: true } }\nmembers: { bob@acme.test: admin }',
      'members.bob@acme.test: Say why: the organization asks for a reason when Admin is given.',
    ],
    [
      'a service account that owns',
      'service_accounts: { Robot: { role: owner } }',
      'owned by people, not by service accounts',
    ],
    ['another version', 'members: {}\nversion: 1', '“version” is there twice.'],
  ])('%s', (_, file, said) => {
    expect(problems(file).join('\n')).toContain(said)
  })

  test('nobody takes themself out', () => {
    const me = 'cy@acme.test'
    const file = 'prune: [members]\nmembers: { ada@acme.test: owner, bob@acme.test: member }'
    expect(problems(file, acme({ me })).join()).toContain('cy@acme.test is you, and not in the file.')
  })

  test('owners may change what only owners decide', () => {
    const file = 'organization: { policies: { managed_by: owners } }'
    const plan = possible(file, acme({ me: 'ada@acme.test' }))
    expect(plan.effects).toMatchObject([
      {
        who: { person: 'bob@acme.test' },
        changes: [{ project: null, gains: [], losses: ['members.read'] }],
      },
      { who: { person: 'cy@acme.test' } },
      { who: { person: 'eve@acme.test' }, standing: 'invited' },
    ])
  })
})

describe('what is planned', () => {
  test('an empty file changes nothing', () => {
    expect(possible('').steps).toEqual([])
  })

  test('what a file does not mention stays, and is listed where its section is there', () => {
    const plan = possible('members: { bob@acme.test: { projects: { Apollo: Deployer } } }')
    expect(plan.steps).toEqual([])
    expect(plan.extras).toEqual([
      'Viewer in Zeus of bob@acme.test',
      'Member ada@acme.test',
      'Member cy@acme.test',
      'Invitation of eve@acme.test',
    ])
  })

  test('with prune what is left out is taken away, last', () => {
    expect(
      stepsOf('prune: true\ngroups: {}\nmembers: { ada@acme.test: owner, cy@acme.test: viewer }'),
    ).toEqual([
      '~ cy@acme.test at the organization; role Admin → Viewer',
      '- member bob@acme.test, with all that they hold; role Member → -',
      '- invitation of eve@acme.test',
      '- invitation of fay@acme.test',
      '- group Engineering, with all that it gives',
    ])
  })

  test('with only, one group is as its lists say and others are left alone', () => {
    const groups = new Map([
      group('Engineering', ['bob@acme.test', 'cy@acme.test']),
      group('Sales', ['cy@acme.test']),
    ])
    expect(
      stepsOf('groups: { Engineering: { members: [bob@acme.test], only: true } }', acme({ groups })),
    ).toEqual(['- cy@acme.test in group Engineering'])
  })

  test('an open invitation is being there: its terms are compared', () => {
    expect(stepsOf('members: { eve@acme.test: { role: viewer, projects: { Apollo: viewer } } }')).toEqual([])
    expect(stepsOf('members: { eve@acme.test: { role: member, projects: { Apollo: editor } } }')).toEqual([
      '~ invitation of eve@acme.test; role Viewer → Member; Apollo Viewer → Editor',
    ])
  })

  test('an invitation that ran out is sent again, with what it led to', () => {
    expect(stepsOf('members: { fay@acme.test: viewer }')).toEqual([
      '+ invitation of fay@acme.test; role - → Viewer; Apollo - → Admin',
    ])
    expect(stepsOf('members: { fay@acme.test: { projects: {}, only: true } }')).toEqual([
      '- invitation of fay@acme.test',
      '+ invitation of fay@acme.test; role - → Viewer',
    ])
  })

  test('who is not here is invited, and comes into projects and groups with the invitation', () => {
    const file = `groups: { Engineering: { members: [zoe@acme.test] } }
members: { zoe@acme.test: { projects: { Apollo: { role: editor, until: 2027-06-30 } } } }`
    const plan = possible(file)
    expect(plan.steps).toMatchObject([
      {
        ...{ do: 'invite', person: 'zoe@acme.test' },
        after: {
          role: 'rol_organization.member',
          projects: new Map([['prj_apollo', { role: 'rol_project.editor', until: Date.UTC(2027, 6, 1) }]]),
          groups: new Set(['grp_engineering']),
        },
      },
    ])
  })

  test('what takes an acceptance is said and not planned', () => {
    const plan = possible(`groups: { Engineering: { managers: [eve@acme.test] } }
members: { eve@acme.test: { title: Head } }`)
    expect(plan.waiting).toEqual([
      'The title of eve@acme.test: apply again once they have accepted.',
      'eve@acme.test as a manager of Engineering: apply again once they have accepted.',
    ])
    expect(plan.steps.map((step) => step.do)).toEqual(['edit-invitation'])
  })

  test('an end that has passed gives nothing, and is said', () => {
    const plan = possible(
      'members: { ada@acme.test: { projects: { Apollo: { role: viewer, until: 2026-12-31 } } } }',
    )
    expect(plan.steps).toEqual([])
    expect(plan.waiting.join()).toContain('has ended')
  })

  test('an end that is not written stays, and null takes it away', () => {
    const lasting = (entry: string) =>
      stepsOf(`members: { bob@acme.test: { projects: { Apollo: ${entry} } } }`)
    expect(lasting('Deployer')).toEqual([])
    expect(lasting('{ role: Deployer, until: 2027-03-01 }')).toEqual([
      '~ bob@acme.test at Apollo; role Deployer → Deployer until 2027-03-01',
    ])
  })

  test('there is an owner at each moment: the new one comes first', () => {
    expect(stepsOf('members: { ada@acme.test: member, cy@acme.test: owner }')).toEqual([
      '~ cy@acme.test at the organization; role Admin → Owner',
      '~ ada@acme.test at the organization; role Owner → Member',
    ])
  })

  test('whoever asks changes themself last', () => {
    const file = 'members: { ada@acme.test: member, cy@acme.test: owner }\nprojects: { New: {} }'
    expect(stepsOf(file, acme({ me: 'ada@acme.test' })).at(-1)).toBe(
      '~ ada@acme.test at the organization; role Owner → Member',
    )
  })

  test('free seats are freed before they are needed', () => {
    const policies = { ...DEFAULT_POLICIES, seats: 4 }
    const file = `prune: [members]
members: { ada@acme.test: owner, cy@acme.test: admin, bob@acme.test: member, new@acme.test: member }`
    const kinds = possible(file, acme({ policies })).steps.map((step) => step.do)
    expect(kinds.indexOf('revoke-invitation')).toBeLessThan(kinds.indexOf('invite'))
  })

  test('names are the same whatever their case, and their spelling follows the file', () => {
    expect(stepsOf('groups: { engineering: {} }')).toEqual([
      '~ group engineering; name Engineering → engineering',
    ])
  })

  test('gains and losses look through groups, and say of the invited what accepting would give', () => {
    const plan = possible(`groups:
  Engineering: { members: [eve@acme.test], groups: [], roles: { projects: { Apollo: editor } } }
  Everybody: { groups: [Engineering], roles: { organization: admin } }`)
    expect(plan.effects.map(({ who, standing, changes }) => [who, standing, changes.length])).toEqual([
      [{ person: 'bob@acme.test' }, 'member', 3],
      [{ person: 'eve@acme.test' }, 'invited', 2],
    ])
  })
})
