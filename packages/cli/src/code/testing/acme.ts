import { DEFAULT_POLICIES, type OrganizationRoleKey } from '@roster/domain'
import {
  builtInNamed,
  builtInRolesByName,
  type Grant,
  type Group,
  groupNamed,
  type Organization,
  type Person,
  type PersonKey,
  projectNamed,
  roleNamed,
  type Standing,
} from '../model.ts'

/** A role in a project, without an end unless one is given. */
export function inProject(key: string, until: number | null = null): Grant {
  return { role: builtInNamed('project', key), until }
}

/** Somebody with a role at the organization. */
export function person(
  email: string,
  role: OrganizationRoleKey = 'member',
  projects: Readonly<Record<string, Grant>> = {},
  standing: Standing = 'member',
): [PersonKey, Person] {
  const held = Object.entries(projects).map(([name, grant]): [ReturnType<typeof projectNamed>, Grant] => [
    projectNamed(name),
    grant,
  ])
  return [
    email,
    {
      ...{
        standing,
        name: email,
        email,
        username: standing === 'member' ? (email.split('@')[0] ?? null) : null,
      },
      ...{ title: null, role: builtInNamed('organization', role), joinsDefaults: false },
      projects: new Map(held),
    },
  ]
}

/** A group of these people. */
export function group(name: string, people: readonly string[], more: Partial<Group> = {}) {
  const empty = { description: '', managers: new Set<string>(), groups: new Set<never>() }
  const ways = { organization: null, projects: new Map() }
  return [groupNamed(name), { name, ...empty, ...ways, people: new Set(people), ...more }] as const
}

/** Acme: an owner, an admin, a member, somebody invited and somebody whose invitation ran out. */
export function acme(more: Partial<Organization> = {}): Organization {
  const roles = builtInRolesByName()
  roles.set(roleNamed('project', 'Deployer'), {
    ...{ level: 'project', key: null, name: 'Deployer', description: '' },
    permissions: ['project.read', 'project.jobs.run'],
  })
  return {
    ...{ name: 'Acme', policies: DEFAULT_POLICIES, roles, services: new Map(), me: null },
    projects: new Map([
      [
        projectNamed('Apollo'),
        { name: 'Apollo', description: '', visibility: 'organization', archived: false, defaultRole: null },
      ],
      [
        projectNamed('Zeus'),
        { name: 'Zeus', description: '', visibility: 'private', archived: true, defaultRole: null },
      ],
    ]),
    groups: new Map([group('Engineering', ['bob@acme.test'], { managers: new Set(['bob@acme.test']) })]),
    people: new Map([
      person('ada@acme.test', 'owner'),
      person('cy@acme.test', 'admin'),
      person('bob@acme.test', 'member', {
        Apollo: { role: roleNamed('project', 'Deployer'), until: null },
        Zeus: inProject('viewer'),
      }),
      person('eve@acme.test', 'viewer', { Apollo: inProject('viewer') }, 'invited'),
      person('fay@acme.test', 'viewer', { Apollo: inProject('admin') }, 'expired'),
    ]),
    ...more,
  }
}
