import {
  type BuiltInKey,
  builtInRoles,
  type GroupId,
  type Instant,
  nameIdentity,
  type OrganizationPolicies,
  type Permission,
  type ProjectId,
  type ProjectVisibility,
  type RoleId,
  type RoleLevel,
} from '@roster/domain'

/**
 * An organization by names: roles, projects and groups are known by theirs, people by address. Two organizations of
 * the same content are equal here whatever ids they have, so what a file says and what there is can be compared.
 */
export type Organization = {
  readonly name: string
  readonly policies: OrganizationPolicies
  readonly roles: ReadonlyMap<RoleId, Role>
  readonly projects: ReadonlyMap<ProjectId, Project>
  readonly groups: ReadonlyMap<GroupId, Group>
  /** Members, and who has been invited and has not answered. */
  readonly people: ReadonlyMap<PersonKey, Person>
  readonly services: ReadonlyMap<ServiceKey, Service>
  /** Whoever this is read by, where it is a person: nobody removes themself. */
  readonly me: PersonKey | null
}

/** A canonical address, or @ and a username for somebody who is known by that only. */
export type PersonKey = string
/** What makes the name of a service account the same. */
export type ServiceKey = string

export type Role = {
  readonly level: RoleLevel
  /** Null for a custom one. */
  readonly key: BuiltInKey | null
  readonly name: string
  readonly description: string
  readonly permissions: readonly Permission[]
}

/** A role held somewhere. The reason goes with giving it, and is not part of what is held. */
export type Grant = {
  readonly role: RoleId
  /** When it ends by itself. */
  readonly until: Instant | null
  readonly reason?: string | null
}

export type Project = {
  readonly name: string
  readonly description: string
  readonly visibility: ProjectVisibility
  readonly archived: boolean
  /** The role of everybody who joins the organization. */
  readonly defaultRole: RoleId | null
}

export type Group = {
  readonly name: string
  readonly description: string
  /** People directly in it, those who are still invited included. */
  readonly people: ReadonlySet<PersonKey>
  /** Some of the people: they decide who else is in it. */
  readonly managers: ReadonlySet<PersonKey>
  /** Groups directly within it. */
  readonly groups: ReadonlySet<GroupId>
  readonly organization: Grant | null
  readonly projects: ReadonlyMap<ProjectId, Grant>
}

/** A member, somebody with an open invitation, or somebody whose invitation has run out unanswered. */
export type Standing = 'member' | 'invited' | 'expired'

export type Person = {
  readonly standing: Standing
  /** As they are called here; of the invited, their address. */
  readonly name: string
  readonly email: string | null
  readonly username: string | null
  readonly title: string | null
  /** At the organization. */
  readonly role: RoleId
  readonly reason?: string | null
  readonly projects: ReadonlyMap<ProjectId, Grant>
  /** Whether accepting also leads to the projects that everybody joins; of members, false. */
  readonly joinsDefaults: boolean
}

export type Service = {
  readonly name: string
  readonly description: string
  readonly role: RoleId
  readonly reason?: string | null
  readonly projects: ReadonlyMap<ProjectId, Grant>
}

/** How a custom role is known: by its level and name. */
export function roleNamed(level: RoleLevel, name: string): RoleId {
  return `rol_${level}=${nameIdentity(name)}`
}

/** How a built-in role is known, whatever an organization calls it. */
export function builtInNamed(level: RoleLevel, key: string): RoleId {
  return `rol_${level}.${key}`
}

/** How a project is known. */
export function projectNamed(name: string): ProjectId {
  return `prj_${nameIdentity(name)}`
}

/** How a group is known. */
export function groupNamed(name: string): GroupId {
  return `grp_${nameIdentity(name)}`
}

/** How a service account is known. */
export function serviceNamed(name: string): ServiceKey {
  return nameIdentity(name)
}

/** How a person is known; null for somebody who has neither address nor username, such as a deleted account. */
export function personNamed(person: Pick<Person, 'email' | 'username'>): PersonKey | null {
  if (person.email !== null) return person.email
  return person.username === null ? null : `@${person.username}`
}

/** The roles that every organization has. */
export function builtInRolesByName(): Map<RoleId, Role> {
  const levels = ['organization', 'project'] as const
  return new Map(
    levels.flatMap((level) =>
      builtInRoles(level).map(({ key, name, description, permissions }): [RoleId, Role] => [
        builtInNamed(level, key),
        { level, key, name, description, permissions: [...permissions] },
      ]),
    ),
  )
}

/** Whether two grants give the same for as long. */
export function sameGrant(one: Grant | null | undefined, other: Grant | null | undefined): boolean {
  if (!one || !other) return (one ?? null) === (other ?? null)
  return one.role === other.role && one.until === other.until
}

/** Ids and keys in an order that is the same everywhere. */
export function inOrder<T extends string>(keys: Iterable<T>): T[] {
  return [...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
}
