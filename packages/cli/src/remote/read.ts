import {
  ALL_PERMISSIONS,
  builtInRole,
  type GroupId,
  type Instant,
  isPermission,
  type ProjectId,
  parsePolicies,
  type RoleId,
} from '@roster/domain'
import type { OrganizationResources, Role as RemoteRole, RoleHolder } from '@roster/sdk'
import {
  builtInNamed,
  type Grant,
  type Group,
  groupNamed,
  type Organization,
  type Person,
  type PersonKey,
  type Project,
  personNamed,
  projectNamed,
  type Role,
  roleNamed,
  type Service,
  serviceNamed,
} from '../code/model.ts'
import { byId, type Ids } from './ids.ts'
import { gathered, together } from './together.ts'

/** The whole organization as this key may see it, and what everything in it is called; what has run out is not held. */
export async function readOrganization(
  from: OrganizationResources,
  ids: Ids,
  now: Instant,
): Promise<Organization> {
  for (const known of Object.values(ids)) known.clear()
  const { name, policies, me } = await from.get()
  const { roles, listed } = await readRoles(from, ids)
  const projects = await readProjects(from, ids)
  const groups = await gathered(from.groups.all())
  for (const group of groups) ids.groups.set(groupNamed(group.name), group.id)
  const members = await gathered(from.members.all())
  const services = await gathered(from.serviceAccounts.all())
  for (const member of members) {
    const key = personNamed(member)
    if (key !== null) ids.members.set(key, member.id)
  }
  for (const { name, id, member } of services) ids.services.set(serviceNamed(name), { id, member })

  const held = await readGrants(from, ids, listed, now)
  const places = { ids, held }
  const people = new Map<PersonKey, Person>()
  for (const member of members) {
    const key = personNamed(member)
    if (key === null) continue
    people.set(key, {
      ...{ standing: 'member', name: member.name, email: member.email, username: member.username },
      ...{ title: member.title, role: roleOf(ids, member.role.id), joinsDefaults: false },
      projects: held.get(member.id)?.projects ?? new Map(),
    })
  }
  const invited = await readInvitations(from, places, people, now)
  return {
    name,
    policies: parsePolicies(policies),
    roles,
    projects,
    groups: await readGroups(from, places, groups, invited),
    people,
    services: new Map(
      services.map((service): [string, Service] => [
        serviceNamed(service.name),
        {
          ...{ name: service.name, description: service.description, role: roleOf(ids, service.role.id) },
          projects: held.get(service.member)?.projects ?? new Map(),
        },
      ]),
    ),
    me: byId(ids.members).get(me.member) ?? null,
  }
}

async function readRoles({ roles: from }: OrganizationResources, ids: Ids) {
  const roles = new Map<RoleId, Role>()
  const listed: RemoteRole[] = []
  for (const level of ['organization', 'project'] as const) {
    const { items } = await from.list({ level })
    for (const role of items) {
      const builtIn = role.key === null ? null : builtInRole(level, role.key)
      const ref = builtIn ? builtInNamed(level, builtIn.key) : roleNamed(level, role.name)
      const terms = new Set(role.terms.filter(isPermission))
      const permissions = ALL_PERMISSIONS.filter((permission) => terms.has(permission))
      ids.roles.set(ref, role.id)
      roles.set(ref, {
        level,
        key: builtIn?.key ?? null,
        name: role.name,
        description: role.description,
        permissions,
      })
      listed.push(role)
    }
  }
  return { roles, listed }
}

async function readProjects(
  { projects: from }: OrganizationResources,
  ids: Ids,
): Promise<Map<ProjectId, Project>> {
  const projects = new Map<ProjectId, Project>()
  for await (const project of from.all({ state: 'all' })) {
    const { id, name, description, visibility, archived, defaultRole } = project
    const ref = projectNamed(name)
    ids.projects.set(ref, id)
    const byDefault = defaultRole && roleOf(ids, defaultRole.id)
    projects.set(ref, { name, description, visibility, archived, defaultRole: byDefault })
  }
  return projects
}

/** What somebody holds by an assignment of their own, by the id of the membership or group. */
type Held = ReadonlyMap<
  string,
  { readonly organization: Grant | null; readonly projects: ReadonlyMap<ProjectId, Grant> }
>

/** Asks of each role who holds it: that takes a request for a hundred of them, wherever they hold it. */
async function readGrants(
  { roles }: OrganizationResources,
  ids: Ids,
  listed: readonly RemoteRole[],
  now: Instant,
): Promise<Held> {
  const asked = listed.flatMap((role) => [
    ...(role.level === 'project' ? [{ role, kind: 'people' as const }] : []),
    ...(role.groups > 0 ? [{ role, kind: 'groups' as const }] : []),
  ])
  const answers = await together(asked, async ({ role, kind }) => ({
    role: roleOf(ids, role.id),
    holders: await gathered(roles.holders(role.id, { kind, pageSize: 100 })),
  }))
  const projects = byId(ids.projects)
  const held = new Map<string, { organization: Grant | null; projects: Map<ProjectId, Grant> }>()
  for (const { role, holders } of answers) {
    for (const holder of holders) {
      const until = momentOf(holder.expiresAt)
      const subject = subjectOf(holder)
      if (subject === null || (until !== null && until <= now)) continue
      const known = held.get(subject) ?? { organization: null, projects: new Map() }
      const project = holder.project && projects.get(holder.project.id)
      if (project) known.projects.set(project, { role, until })
      else if (!holder.project) known.organization = { role, until }
      held.set(subject, known)
    }
  }
  return held
}

function subjectOf({ person, group }: RoleHolder): string | null {
  return person?.member ?? group?.id ?? null
}

/** Notes the invited among the people, and answers who will be in which group. */
async function readInvitations(
  { invitations }: OrganizationResources,
  { ids }: { readonly ids: Ids },
  people: Map<PersonKey, Person>,
  now: Instant,
): Promise<ReadonlyMap<string, readonly PersonKey[]>> {
  const projects = byId(ids.projects)
  const inGroups = new Map<string, PersonKey[]>()
  for await (const invitation of invitations.all({ status: 'open' })) {
    const key = personNamed(invitation.recipient)
    if (key === null || people.has(key)) continue
    ids.invitations.set(key, invitation.id)
    const terms = invitation.projects.flatMap(({ project, role, expiresAt }): [ProjectId, Grant][] => {
      const ref = projects.get(project.id)
      const until = momentOf(expiresAt)
      return !ref || (until !== null && until <= now) ? [] : [[ref, { role: roleOf(ids, role.id), until }]]
    })
    people.set(key, {
      ...{ standing: invitation.status === 'expired' ? 'expired' : 'invited', name: key, title: null },
      ...invitation.recipient,
      ...{
        role: roleOf(ids, invitation.role.id),
        projects: new Map(terms),
        joinsDefaults: invitation.defaultProjects,
      },
    })
    for (const { id } of invitation.groups) inGroups.set(id, [...(inGroups.get(id) ?? []), key])
  }
  return inGroups
}

type RemoteGroup = {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly members: number
  readonly groups: number
}

async function readGroups(
  from: OrganizationResources,
  { ids, held }: { readonly ids: Ids; readonly held: Held },
  groups: readonly RemoteGroup[],
  invited: ReadonlyMap<string, readonly PersonKey[]>,
): Promise<Map<GroupId, Group>> {
  const members = byId(ids.members)
  const read = await together(groups, async (group): Promise<[GroupId, Group]> => {
    const people = group.members > 0 ? await gathered(from.groupMembers.all(group.id)) : []
    const children = group.groups > 0 ? (await from.groups.children(group.id)).items : []
    const direct = people.flatMap(({ id, manager }) => {
      const key = members.get(id)
      return key === undefined ? [] : [{ key, manager }]
    })
    return [
      groupNamed(group.name),
      {
        ...{ name: group.name, description: group.description },
        people: new Set([...direct.map(({ key }) => key), ...(invited.get(group.id) ?? [])]),
        managers: new Set(direct.flatMap(({ key, manager }) => (manager ? [key] : []))),
        groups: new Set(children.map(({ name }) => groupNamed(name))),
        organization: held.get(group.id)?.organization ?? null,
        projects: held.get(group.id)?.projects ?? new Map(),
      },
    ]
  })
  return new Map(read)
}

function roleOf(ids: Ids, id: string): RoleId {
  for (const [ref, known] of ids.roles) if (known === id) return ref
  throw new Error(`${id} is held and not among the roles`)
}

function momentOf(text: string | null): Instant | null {
  return text === null ? null : Date.parse(text)
}
