import {
  ALL_PERMISSIONS,
  DEFAULT_POLICIES,
  type GroupId,
  isProjectPermission,
  mayHoldThroughGroup,
  mayNest,
  type ProjectId,
  type RoleId,
  type RoleLevel,
} from '@roster/domain'
import fc from 'fast-check'
import {
  builtInNamed,
  builtInRolesByName,
  type Grant,
  type Group,
  groupNamed,
  type Organization,
  type Person,
  type PersonKey,
  type Project,
  projectNamed,
  type Role,
  roleNamed,
  type Service,
  serviceNamed,
} from '../model.ts'

/** The moment at which these organizations are looked at. */
export const NOW = Date.UTC(2027, 0, 15, 9)

const ROLES = ['Auditor', 'Deployer', 'Guest', 'Lead: ops']
const PROJECTS = ['Apollo', 'Zeus', 'Ünïcode №1', '2024', 'yes']
const GROUPS = ['Engineering', 'Backend', 'On call', 'null', '<<']
const PEOPLE = ['ada@acme.test', 'bob@acme.test', 'cy+x@acme.test', 'dee@other.test', '@eve-1', '@fay']
const SERVICES = ['Robot', 'CI']
const ENDS = [null, null, NOW + 86_400_000 * 3, Date.UTC(2027, 5, 1), Date.UTC(2027, 5, 1, 12, 30, 15, 250)]

/** Organizations as there may be any: every role, group and person is there for some of them. */
export const anyOrganization: fc.Arbitrary<Organization> = fc
  .record({
    roles: fc.record({ organization: fc.subarray(ROLES), project: fc.subarray(ROLES) }),
    projects: fc.subarray(PROJECTS),
    groups: fc.subarray(GROUPS),
    people: fc.subarray(PEOPLE),
    services: fc.subarray(SERVICES),
    seed: fc.infiniteStream(fc.nat(1_000_000)),
  })
  .map(build)

type Drawn = {
  readonly roles: Readonly<Record<RoleLevel, readonly string[]>>
  readonly projects: readonly string[]
  readonly groups: readonly string[]
  readonly people: readonly string[]
  readonly services: readonly string[]
  readonly seed: Iterator<number>
}

function build(drawn: Drawn): Organization {
  const next = () => Number(drawn.seed.next().value ?? 0)
  const oneOf = <T>(list: readonly T[], otherwise: T): T =>
    list[next() % Math.max(1, list.length)] ?? otherwise
  const sometimes = (share: number) => next() % 100 < share

  const roles = builtInRolesByName()
  for (const level of ['organization', 'project'] as const) {
    for (const name of drawn.roles[level]) roles.set(roleNamed(level, name), customRole(level, name, next))
  }
  const rolesAt = (level: RoleLevel) =>
    [...roles].flatMap(([ref, role]) => (role.level === level ? [ref] : []))
  const modest = (level: RoleLevel) =>
    rolesAt(level).filter(
      (ref) => mayHoldThroughGroup(roles.get(ref) ?? { key: null, permissions: [] }) === true,
    )
  const member = builtInNamed('organization', 'member')
  const viewer = builtInNamed('project', 'viewer')

  const projects = new Map<ProjectId, Project>(
    drawn.projects.map((name) => [
      projectNamed(name),
      {
        ...{ name, description: oneOf(['', 'What it is for', 'Two\nlines: here'], '') },
        visibility: oneOf(['private', 'organization', 'requests'] as const, 'private'),
        archived: sometimes(10),
        defaultRole: sometimes(20) ? oneOf(modest('project'), viewer) : null,
      },
    ]),
  )
  const grants = (possible: readonly RoleId[]): Map<ProjectId, Grant> =>
    new Map(
      [...projects.keys()].flatMap((project): [ProjectId, Grant][] =>
        sometimes(35) ? [[project, { role: oneOf(possible, viewer), until: oneOf(ENDS, null) }]] : [],
      ),
    )

  const people = new Map<PersonKey, Person>()
  for (const key of new Set(['ada@acme.test', ...drawn.people])) {
    const owner = key === 'ada@acme.test'
    const standing = owner ? 'member' : oneOf(['member', 'member', 'invited', 'expired'] as const, 'member')
    const handle = key.startsWith('@')
    people.set(key, {
      ...{ standing, name: key, email: handle ? null : key, username: handle ? key.slice(1) : null },
      title: standing === 'member' && sometimes(30) ? oneOf(['Head of “things”', 'CTO'], 'CTO') : null,
      role: owner ? builtInNamed('organization', 'owner') : oneOf(rolesAt('organization'), member),
      projects: grants(rolesAt('project')),
      joinsDefaults: standing !== 'member' && sometimes(30),
    })
  }

  const groups = new Map<GroupId, Group>()
  const edges: { parent: GroupId; child: GroupId }[] = []
  for (const name of drawn.groups) {
    const inside = [...people.keys()].filter(() => sometimes(40))
    const children = drawn.groups.filter((other) => {
      const edge = { parent: groupNamed(name), child: groupNamed(other) }
      if (!sometimes(30) || mayNest(edges, edge.parent, edge.child) !== true) return false
      edges.push(edge)
      return true
    })
    groups.set(groupNamed(name), {
      ...{ name, description: oneOf(['', 'Those who…'], '') },
      people: new Set(inside),
      managers: new Set(inside.filter((key) => people.get(key)?.standing === 'member' && sometimes(30))),
      groups: new Set(children.map(groupNamed)),
      organization: sometimes(25)
        ? { role: oneOf(modest('organization'), member), until: oneOf(ENDS, null) }
        : null,
      projects: grants(modest('project')),
    })
  }

  const services = new Map(
    drawn.services.map((name): [string, Service] => [
      serviceNamed(name),
      {
        ...{ name, description: oneOf(['', 'Deploys'], '') },
        role: oneOf(
          rolesAt('organization').filter((ref) => ref !== builtInNamed('organization', 'owner')),
          member,
        ),
        projects: grants(rolesAt('project')),
      },
    ]),
  )
  const policies = {
    ...DEFAULT_POLICIES,
    addToDefaultProjects: sometimes(30),
    joinRequests: sometimes(50),
    requireReason: sometimes(8),
    seats: sometimes(15) ? 6 : null,
    defaultRole: oneOf(['member', 'viewer', 'admin'] as const, 'member'),
    expiryDays: { ...DEFAULT_POLICIES.expiryDays, default: oneOf([7, 14], 7) },
  }
  return {
    ...{
      name: oneOf(['Acme', 'Acme Inc.'], 'Acme'),
      policies,
      roles,
      projects,
      groups,
      people,
      services,
      me: null,
    },
  }
}

function customRole(level: RoleLevel, name: string, next: () => number): Role {
  const possible = level === 'project' ? ALL_PERMISSIONS.filter(isProjectPermission) : ALL_PERMISSIONS
  const chosen = possible.filter(() => next() % 100 < 30)
  const [first] = possible
  const permissions = chosen.length > 0 || first === undefined ? chosen : [first]
  return { level, key: null, name, description: next() % 2 === 0 ? 'Made here' : '', permissions }
}
