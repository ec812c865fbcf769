import {
  type Instant,
  mayChangeProject,
  mayGiveSilently,
  type ProjectId,
  permissionsOf,
  Refusal,
  type RoleId,
} from '@roster/domain'
import type { Path, Problem } from '../document/problem.ts'
import type { Document } from '../document/schema.ts'
import { builtInNamed, type Grant, type Organization, sameGrant } from '../model.ts'
import { checkThroughGroups, wantedGroups } from './groups.ts'
import { wantedName, wantedPolicies } from './organization.ts'
import { checkInvited, wantedPeople } from './people.ts'
import { checkDefaults, wantedProjects } from './projects.ts'
import { wantedRoles } from './roles.ts'
import { wantedServices } from './service-accounts.ts'
import { problem, type Wanting, wantingOf } from './wanting.ts'

/** The organization as a file wants it, with what is noteworthy about getting there. */
export type Wanted = {
  readonly after: Organization
  /** Why it cannot be; empty where it can. */
  readonly problems: readonly Problem[]
  /** What is there, is not in the file, and stays. */
  readonly extras: readonly string[]
  readonly waiting: readonly string[]
}

/**
 * Holds a file against what there is. Nothing that the file does not mention changes; what it contradicts, or what
 * no organization may be, is a problem at its place in the file.
 */
export function want(document: Document, current: Organization, now: Instant): Wanted {
  const wanting = wantingOf(document, current, now)
  const policies = wantedPolicies(wanting)
  const roles = wantedRoles(wanting)
  const projects = wantedProjects(wanting, roles)
  const places = { roles, projects }
  const people = wantedPeople(wanting, places, policies)
  const after: Organization = {
    name: wantedName(wanting),
    policies,
    roles,
    projects,
    groups: wantedGroups(wanting, places, people),
    people,
    services: wantedServices(wanting, places),
    me: current.me,
  }
  checkDefaults(wanting, roles, projects)
  checkThroughGroups(wanting, roles, after.groups)
  checkInvited(wanting, people, policies)
  checkOwners(wanting, after)
  checkGiven(wanting, after)
  const { problems, extras, waiting } = wanting
  return { after, problems, extras, waiting }
}

/** An organization always has an owner, and one who has not accepted yet does not count. */
function checkOwners(wanting: Wanting, { people }: Organization): void {
  const owner = builtInNamed('organization', 'owner')
  const remains = [...people.values()].some(({ standing, role }) => standing === 'member' && role === owner)
  if (!remains) problem(wanting, ['members'], new Refusal('last-owner'))
}

/** Somebody who holds, or will hold, roles somewhere. */
type Holding = {
  readonly ref: string
  readonly said: string
  readonly path: Path
  readonly organization: Grant | null
  readonly projects: ReadonlyMap<ProjectId, Grant>
}

function holdingIn({ people, groups, services }: Organization): Map<string, Holding> {
  const held: Holding[] = [
    ...[...people].map(([key, { role, reason = null, projects }]) => ({
      ...{ ref: key, said: key, path: ['members', key] },
      organization: { role, until: null, reason },
      projects,
    })),
    ...[...groups].map(([ref, { name, organization, projects }]) => ({
      ...{ ref, said: `group ${name}`, path: ['groups', name] },
      ...{ organization, projects },
    })),
    ...[...services].map(([key, { name, role, reason = null, projects }]) => ({
      ...{ ref: `service ${key}`, said: `service account ${name}`, path: ['service_accounts', name] },
      organization: { role, until: null, reason },
      projects,
    })),
  ]
  return new Map(held.map((one) => [one.ref, one]))
}

/** Notes roles that are gone and still held, changes in archived projects, and powerful roles without a reason. */
function checkGiven(wanting: Wanting, after: Organization): void {
  const before = holdingIn(wanting.current)
  for (const [ref, holding] of holdingIn(after)) {
    // An invitation that ran out gives nothing: all that a new one gives is given now.
    const anew = wanting.current.people.get(ref)?.standing === 'expired' && isInvited(after, ref)
    const was = anew ? undefined : before.get(ref)
    const places = new Set([
      'organization' as const,
      ...holding.projects.keys(),
      ...(was?.projects.keys() ?? []),
    ])
    for (const place of places) {
      const from = grantAt(was, place)
      const to = grantAt(holding, place)
      const path = wanting.paths.get(`${ref} ${place}`) ?? wanting.paths.get(ref) ?? holding.path
      if (to && !after.roles.has(to.role)) {
        stillHeld(wanting, to.role, holding.said)
      } else if (!sameGrant(from, to)) {
        if (place !== 'organization') checkArchived(wanting, after, place, path)
        if (to) checkReason(wanting, after, { from, to }, path)
      }
    }
  }
  for (const { name, defaultRole } of after.projects.values()) {
    if (defaultRole && !after.roles.has(defaultRole))
      stillHeld(wanting, defaultRole, `everybody who joins and comes into ${name}`)
  }
  for (const [ref, project] of after.projects) {
    const was = wanting.current.projects.get(ref)
    const same =
      was?.name === project.name &&
      was.description === project.description &&
      was.visibility === project.visibility &&
      was.defaultRole === project.defaultRole
    if (was && !same) checkArchived(wanting, after, ref, wanting.paths.get(ref) ?? ['projects', project.name])
  }
}

function isInvited({ people }: Organization, key: string): boolean {
  return people.get(key)?.standing === 'invited'
}

function grantAt(holding: Holding | undefined, place: 'organization' | ProjectId): Grant | null {
  if (!holding) return null
  return place === 'organization' ? holding.organization : (holding.projects.get(place) ?? null)
}

function stillHeld(wanting: Wanting, role: RoleId, by: string): void {
  const { name } = wanting.current.roles.get(role) ?? { name: 'This role' }
  problem(
    wanting,
    ['roles'],
    `${name} is not in the file, and ${by} holds it still. Say which role they get instead, or list it.`,
  )
}

/** What was archived and stays so is left alone; what is to be archived is changed before. */
function checkArchived(wanting: Wanting, after: Organization, ref: ProjectId, path: Path): void {
  const was = wanting.current.projects.get(ref)
  const is = after.projects.get(ref)
  if (!was?.archived || !is?.archived) return
  const allowed = mayChangeProject({ archivedAt: 0 })
  if (allowed !== true) problem(wanting, path, `${is.name}: ${allowed.message}`)
}

/** The reason of a role that is held already holds for another end of it as well. */
function checkReason(
  wanting: Wanting,
  { roles, policies }: Organization,
  { from, to }: { readonly from: Grant | null; readonly to: Grant },
  path: Path,
): void {
  const role = roles.get(to.role)
  if (!role) return
  const allowed = mayGiveSilently({
    policies,
    role: { name: role.name, permissions: permissionsOf(role, policies) },
    reason: to.reason ?? (from?.role === to.role ? from.reason : null),
  })
  if (allowed !== true) problem(wanting, path, `${allowed.message} Write it as “reason:”.`)
}
