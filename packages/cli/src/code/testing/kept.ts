import {
  type GroupEdge,
  type GroupId,
  keepAnOwner,
  mayDeleteRole,
  mayGiveSilently,
  mayHoldByDefault,
  mayHoldThroughGroup,
  mayNest,
  mayRemoveMember,
  type ProjectId,
  permissionsOf,
  Refusal,
  type RoleId,
} from '@roster/domain'
import {
  builtInNamed,
  type Grant,
  type Group,
  type Organization,
  type Person,
  type PersonKey,
  type Service,
  sameGrant,
} from '../model.ts'
import type { Step, Subject, Terms } from '../plan/step.ts'
import type { Remote } from '../remote.ts'

const OWNER = builtInNamed('organization', 'owner')

/** An organization kept in memory that refuses what Roster refuses, step by step, by the rules of the domain. */
export function kept(start: Organization): Remote & { readonly now: () => Organization } {
  let organization = start
  return {
    now: () => organization,
    read: async () => organization,
    async apply(batch) {
      return batch.map((step) => {
        try {
          organization = after(organization, step)
          return null
        } catch (reason) {
          if (reason instanceof Refusal) return { code: reason.code, message: reason.message }
          throw reason
        }
      })
    },
  }
}

function after(org: Organization, step: Step): Organization {
  switch (step.do) {
    case 'update-organization':
      return { ...org, name: step.name ?? org.name, policies: { ...org.policies, ...step.policies } }
    case 'create-role':
      refuseTaken(org.roles, step.role)
      return { ...org, roles: put(org.roles, step.role, step.after) }
    case 'update-role': {
      const { key } = there(org.roles, step.role)
      if (key !== null) throw new Refusal('role-protected')
      const held = [...org.groups.values()].some(
        ({ organization, projects }) =>
          organization?.role === step.role || [...projects.values()].some(({ role }) => role === step.role),
      )
      if (held) allow(mayHoldThroughGroup(step.after))
      return { ...org, roles: put(org.roles, step.role, step.after) }
    }
    case 'delete-role':
      there(org.roles, step.role)
      allow(mayDeleteRole({ holders: holders(org, step.role), key: step.before.key }))
      return { ...org, roles: without(org.roles, step.role) }
    case 'create-project':
      refuseTaken(org.projects, step.project)
      allowDefault(org, step.after.defaultRole)
      return { ...org, projects: put(org.projects, step.project, { ...step.after, archived: false }) }
    case 'update-project':
      open(org, step.project)
      allowDefault(org, step.after.defaultRole)
      return { ...org, projects: put(org.projects, step.project, { ...step.after, archived: false }) }
    case 'archive-project':
      return {
        ...org,
        projects: put(org.projects, step.project, { ...open(org, step.project), archived: true }),
      }
    case 'restore-project': {
      const project = there(org.projects, step.project)
      return { ...org, projects: put(org.projects, step.project, { ...project, archived: false }) }
    }
    case 'delete-project':
      there(org.projects, step.project)
      return withoutProject(org, step.project)
    case 'create-group':
      refuseTaken(org.groups, step.group)
      return withGroup(org, step.group, {
        ...{
          name: step.after.name,
          description: step.after.description,
          people: new Set(),
          managers: new Set(),
        },
        ...{ groups: new Set(), organization: null, projects: new Map() },
      })
    case 'update-group': {
      const group = there(org.groups, step.group)
      const { name, description } = step.after
      return withGroup(org, step.group, { ...group, name, description })
    }
    case 'delete-group': {
      there(org.groups, step.group)
      const groups = new Map([...org.groups].map(([ref, group]) => [ref, leave(group, step.group)]))
      groups.delete(step.group)
      return { ...org, groups }
    }
    case 'nest': {
      const group = there(org.groups, step.group)
      there(org.groups, step.child)
      if (group.groups.has(step.child)) throw new Refusal('already-in-group')
      const edges: GroupEdge[] = [...org.groups].flatMap(([parent, { groups }]) =>
        [...groups].map((child) => ({ parent, child })),
      )
      allow(mayNest(edges, step.group, step.child))
      return withGroup(org, step.group, { ...group, groups: new Set([...group.groups, step.child]) })
    }
    case 'unnest':
      return withGroup(org, step.group, leave(there(org.groups, step.group), step.child))
    case 'give':
      return given(org, step.subject, step.project, step.after)
    case 'take':
      if (step.project === null && !('group' in step.subject)) throw new Refusal('invalid-input')
      return given(org, step.subject, step.project, null)
    case 'add-to-group':
      return changedPlaces(org, step.group, step.person, (group) => {
        if (group.people.has(step.person)) throw new Refusal('already-in-group')
        return { ...group, people: new Set([...group.people, step.person]) }
      })
    case 'remove-from-group':
      return changedPlaces(org, step.group, step.person, (group) => {
        if (!group.people.has(step.person)) throw new Refusal('not-found')
        return gone(group, step.person)
      })
    case 'appoint':
      return changedPlaces(org, step.group, step.person, (group) => {
        if (!group.people.has(step.person)) throw new Refusal('not-found')
        return { ...group, managers: new Set([...group.managers, step.person]) }
      })
    case 'dismiss':
      return changedPlaces(org, step.group, step.person, (group) => ({
        ...group,
        managers: new Set([...group.managers].filter((key) => key !== step.person)),
      }))
    case 'set-title':
      return withPerson(org, step.person, { ...member(org, step.person), title: step.after })
    case 'invite':
      return invited(org, step.person, step.after, step.reason)
    case 'edit-invitation': {
      if (org.people.get(step.person)?.standing !== 'invited') throw new Refusal('invitation-not-open')
      return withTerms(org, step.person, step.after, step.reason)
    }
    case 'revoke-invitation':
      if (there(org.people, step.person).standing === 'member') throw new Refusal('not-found')
      return withoutPerson(org, step.person)
    case 'remove-member': {
      const { role } = member(org, step.person)
      const owners = role === OWNER ? [step.person] : []
      allow(mayRemoveMember({ owners, actor: org.me ?? '', target: step.person }))
      return withoutPerson(org, step.person)
    }
    case 'create-service':
      if (org.services.has(step.service)) throw new Refusal('name-taken')
      return { ...org, services: put(org.services, step.service, { ...step.after, projects: new Map() }) }
    case 'update-service': {
      const { name, description } = step.after
      const service: Service = { ...there(org.services, step.service), name, description }
      return { ...org, services: put(org.services, step.service, service) }
    }
    case 'delete-service':
      there(org.services, step.service)
      return { ...org, services: without(org.services, step.service) }
  }
}

function given(
  org: Organization,
  subject: Subject,
  project: ProjectId | null,
  grant: Grant | null,
): Organization {
  if (project) open(org, project)
  const role = grant && there(org.roles, grant.role)
  if (role && grant) {
    if (role.level !== (project ? 'project' : 'organization')) throw new Refusal('role-level-mismatch')
    const permissions = permissionsOf(role, org.policies)
    allow(
      mayGiveSilently({
        policies: org.policies,
        role: { name: role.name, permissions },
        reason: grant.reason,
      }),
    )
    if ('group' in subject) allow(mayHoldThroughGroup(role))
  }
  const held = <Holder extends { readonly projects: ReadonlyMap<ProjectId, Grant> }>(
    holder: Holder,
  ): Holder =>
    project === null
      ? holder
      : {
          ...holder,
          projects: grant ? put(holder.projects, project, grant) : without(holder.projects, project),
        }
  if ('group' in subject) {
    const group = held(there(org.groups, subject.group))
    return withGroup(org, subject.group, project === null ? { ...group, organization: grant } : group)
  }
  if ('service' in subject) {
    const service = held(there(org.services, subject.service))
    const now = project === null && grant ? { ...service, role: grant.role } : service
    return { ...org, services: put(org.services, subject.service, now) }
  }
  const person = member(org, subject.person)
  if (project !== null) return withPerson(org, subject.person, held(person))
  if (!grant) throw new Refusal('invalid-input')
  const owners = [...org.people].flatMap(([key, one]) =>
    one.standing === 'member' && one.role === OWNER ? [key] : [],
  )
  const becomes = grant.role === OWNER ? 'owner' : 'other'
  if (person.role === OWNER) allow(keepAnOwner(owners, { member: subject.person, becomes }))
  return withPerson(org, subject.person, { ...person, role: grant.role })
}

function invited(org: Organization, key: PersonKey, terms: Terms, reason: string | null): Organization {
  const before = org.people.get(key)
  if (before?.standing === 'member') throw new Refusal('already-member')
  const taken = [...org.people.values()].filter(({ standing }) => standing !== 'expired').length
  const { seats } = org.policies
  if (seats !== null && taken >= seats) throw new Refusal('seat-limit', { seats })
  const person: Person = {
    ...{
      standing: 'invited',
      name: key,
      title: null,
      role: terms.role,
      projects: new Map(),
      joinsDefaults: false,
    },
    ...(before ?? {
      email: key.startsWith('@') ? null : key,
      username: key.startsWith('@') ? key.slice(1) : null,
    }),
  }
  // What an earlier invitation led to is carried on.
  const carried: Terms = {
    ...terms,
    projects: new Map([...(before?.projects ?? []), ...terms.projects]),
    groups: new Set([
      ...terms.groups,
      ...[...org.groups].flatMap(([ref, { people }]) => (people.has(key) ? [ref] : [])),
    ]),
  }
  return withTerms(
    withPerson(org, key, { ...person, standing: 'invited', projects: new Map() }),
    key,
    carried,
    reason,
  )
}

function withTerms(org: Organization, key: PersonKey, terms: Terms, reason: string | null): Organization {
  const person = there(org.people, key)
  const all: [RoleId, Grant | null][] = [[terms.role, null]]
  for (const [project, grant] of terms.projects) {
    if (sameGrant(person.projects.get(project), grant)) continue
    open(org, project)
    all.push([grant.role, grant])
  }
  for (const [ref] of all) {
    const role = there(org.roles, ref)
    const permissions = permissionsOf(role, org.policies)
    if (person.standing !== 'invited' || person.role !== ref)
      allow(mayGiveSilently({ policies: org.policies, role: { name: role.name, permissions }, reason }))
  }
  for (const ref of terms.groups) there(org.groups, ref)
  const groups = new Map(
    [...org.groups].map(([ref, group]): [GroupId, Group] => [
      ref,
      terms.groups.has(ref) ? { ...group, people: new Set([...group.people, key]) } : gone(group, key),
    ]),
  )
  const { role, projects, joinsDefaults } = terms
  return { ...org, groups, people: put(org.people, key, { ...person, role, projects, joinsDefaults }) }
}

function there<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Value {
  const value = map.get(key)
  if (value === undefined) throw new Refusal('not-found')
  return value
}

function member({ people }: Organization, key: PersonKey): Person {
  const person = there(people, key)
  if (person.standing !== 'member') throw new Refusal('must-be-member')
  return person
}

function open({ projects }: Organization, ref: ProjectId) {
  const project = there(projects, ref)
  if (project.archived) throw new Refusal('project-archived')
  return project
}

function allow(answer: true | Refusal): void {
  if (answer !== true) throw answer
}

function allowDefault({ roles }: Organization, ref: RoleId | null): void {
  if (ref) allow(mayHoldByDefault(there(roles, ref)))
}

function refuseTaken<Key>(map: ReadonlyMap<Key, unknown>, key: Key): void {
  if (map.has(key)) throw new Refusal('name-taken')
}

function put<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key, value: Value): ReadonlyMap<Key, Value> {
  return new Map(map).set(key, value)
}

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): ReadonlyMap<Key, Value> {
  const rest = new Map(map)
  rest.delete(key)
  return rest
}

function withGroup(org: Organization, ref: GroupId, group: Group): Organization {
  return { ...org, groups: put(org.groups, ref, group) }
}

function withPerson(org: Organization, key: PersonKey, person: Person): Organization {
  return { ...org, people: put(org.people, key, person) }
}

function changedPlaces(
  org: Organization,
  ref: GroupId,
  key: PersonKey,
  change: (group: Group) => Group,
): Organization {
  member(org, key)
  return withGroup(org, ref, change(there(org.groups, ref)))
}

function gone(group: Group, key: PersonKey): Group {
  const people = new Set(group.people)
  const managers = new Set(group.managers)
  people.delete(key)
  managers.delete(key)
  return { ...group, people, managers }
}

function leave(group: Group, child: GroupId): Group {
  const groups = new Set(group.groups)
  groups.delete(child)
  return { ...group, groups }
}

function withoutPerson(org: Organization, key: PersonKey): Organization {
  const groups = new Map([...org.groups].map(([ref, group]) => [ref, gone(group, key)]))
  return { ...org, groups, people: without(org.people, key) }
}

function withoutProject(org: Organization, ref: ProjectId): Organization {
  const left = <Holder extends { readonly projects: ReadonlyMap<ProjectId, Grant> }>(
    holder: Holder,
  ): Holder => ({
    ...holder,
    projects: without(holder.projects, ref),
  })
  return {
    ...org,
    projects: without(org.projects, ref),
    people: new Map([...org.people].map(([key, person]) => [key, left(person)])),
    groups: new Map([...org.groups].map(([key, group]) => [key, left(group)])),
    services: new Map([...org.services].map(([key, service]) => [key, left(service)])),
  }
}

function holders(org: Organization, ref: RoleId): number {
  const grants: (Grant | null)[] = [
    ...[...org.people.values()].flatMap(({ role, projects }) => [
      { role, until: null },
      ...projects.values(),
    ]),
    ...[...org.groups.values()].flatMap(({ organization, projects }) => [organization, ...projects.values()]),
    ...[...org.services.values()].flatMap(({ role, projects }) => [
      { role, until: null },
      ...projects.values(),
    ]),
  ]
  const joiners = [...org.projects.values()].filter(({ defaultRole }) => defaultRole === ref)
  return grants.filter((grant) => grant?.role === ref).length + joiners.length
}
