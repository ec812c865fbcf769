import {
  effectivePermissions,
  expand,
  type GroupEdge,
  type GroupId,
  type HeldAssignment,
  isProjectPermission,
  mayHoldByDefault,
  type Permission,
  type ProjectId,
  permissionChange,
  permissionsOf,
} from '@roster/domain'
import { type Grant, inOrder, type Organization, type PersonKey, type ServiceKey } from '../model.ts'

/** What somebody may do in one place and may not in the other organization. */
export type Change = {
  /** Null at the organization, which is everywhere. */
  readonly project: ProjectId | null
  readonly gains: readonly Permission[]
  readonly losses: readonly Permission[]
}

export type Effect = {
  readonly who: { readonly person: PersonKey } | { readonly service: ServiceKey }
  /** Of the invited it is what accepting would give them. */
  readonly standing: 'member' | 'invited' | 'service'
  readonly changes: readonly Change[]
}

type Held = Pick<HeldAssignment, 'permissions' | 'scope'>

/**
 * Who may do more and who may do less in `after` than in `before`, place by place, whatever it comes from: their own
 * roles, groups at any depth, what roles allow, and the policy that keeps some of it from all but owners.
 */
export function effectsBetween(before: Organization, after: Organization): readonly Effect[] {
  const one = accessIn(before)
  const other = accessIn(after)
  const people = inOrder(new Set([...before.people.keys(), ...after.people.keys()])).flatMap(
    (person): Effect[] => {
      const changes = changesOf(one.person(person), other.person(person))
      const { standing } = after.people.get(person) ?? before.people.get(person) ?? { standing: 'member' }
      return [{ who: { person }, standing: standing === 'member' ? 'member' : 'invited', changes }]
    },
  )
  const services = inOrder(new Set([...before.services.keys(), ...after.services.keys()])).map(
    (service): Effect => ({
      who: { service },
      standing: 'service',
      changes: changesOf(one.service(service), other.service(service)),
    }),
  )
  return [...people, ...services].filter(({ changes }) => changes.length > 0)
}

function changesOf(before: readonly Held[], after: readonly Held[]): readonly Change[] {
  const projects = new Set<ProjectId>()
  for (const { scope } of [...before, ...after]) if (scope !== 'organization') projects.add(scope)
  return [null, ...inOrder(projects)].flatMap((project): Change[] => {
    const { gains, losses } = permissionChange(
      effectivePermissions(before, project ?? undefined).keys(),
      effectivePermissions(after, project ?? undefined).keys(),
    )
    // What is only ever held at the organization is said there.
    const here = (permission: Permission) => project === null || isProjectPermission(permission)
    const change = { project, gains: gains.filter(here), losses: losses.filter(here) }
    return change.gains.length + change.losses.length === 0 ? [] : [change]
  })
}

/** What everybody holds in an organization, groups looked through. */
function accessIn(organization: Organization) {
  const edges: GroupEdge[] = []
  const direct = new Map<PersonKey, GroupId[]>()
  for (const [parent, { groups, people }] of organization.groups) {
    for (const child of groups) edges.push({ parent, child })
    for (const key of people) direct.set(key, [...(direct.get(key) ?? []), parent])
  }
  const held = heldBy(organization)
  return {
    person(key: PersonKey): readonly Held[] {
      const person = organization.people.get(key)
      if (!person || person.standing === 'expired') return []
      const through = [...expand(direct.get(key) ?? [], edges)].flatMap((ref) => {
        const group = organization.groups.get(ref)
        return group ? held(group.organization, group.projects) : []
      })
      const own = held({ role: person.role, until: null }, person.projects)
      return [...own, ...through, ...(person.joinsDefaults ? byDefault(organization, person.projects) : [])]
    },
    service(key: ServiceKey): readonly Held[] {
      const service = organization.services.get(key)
      return service ? held({ role: service.role, until: null }, service.projects) : []
    },
  }
}

function heldBy({ roles, policies }: Organization) {
  const allowed = (ref: Grant['role']): ReadonlySet<Permission> => {
    const role = roles.get(ref)
    return role ? permissionsOf(role, policies) : new Set()
  }
  return (organization: Grant | null, projects: ReadonlyMap<ProjectId, Grant>): Held[] => [
    ...(organization ? [{ permissions: allowed(organization.role), scope: 'organization' as const }] : []),
    ...[...projects].map(([scope, { role }]) => ({ permissions: allowed(role), scope })),
  ]
}

/** What whoever joins gets, where they get nothing else. */
function byDefault(organization: Organization, own: ReadonlyMap<ProjectId, Grant>): Held[] {
  return [...organization.projects].flatMap(([scope, { defaultRole, archived }]) => {
    const role = defaultRole ? organization.roles.get(defaultRole) : undefined
    if (!role || archived || own.has(scope) || mayHoldByDefault(role) !== true) return []
    return [{ scope, permissions: permissionsOf(role, organization.policies) }]
  })
}
