import {
  ALL_PERMISSIONS,
  expand,
  type GroupEdge,
  type GroupId,
  type Instant,
  isProjectPermission,
  type OrganizationId,
  type OrganizationPolicies,
  type Permission,
  type ProjectId,
} from '@roster/domain'
import type { Reads } from '../platform/writer.ts'
import { edgesAbove, placesOf } from './around.ts'
import { type AssignedTo, idOf, placeKey } from './input.ts'
import { peopleIn } from './people-in.ts'
import { isStep, type Planned } from './plan.ts'
import { type Standing, standingAt, stands } from './standing-rows.ts'

export interface Effect {
  readonly gains: readonly Permission[]
  readonly losses: readonly Permission[]
  readonly keeps: number
}

/** What planned changes make of what their subjects may do, each where it happens. */
export interface Effects {
  of(planned: Planned): Effect
  /** How many people are in a group that is among the subjects. */
  people(group: GroupId): number
}

type Within = { readonly id: OrganizationId; readonly policies: OrganizationPolicies }

/**
 * Compares what every subject may do before and after all of these changes, whatever it comes from: their role at
 * the organization, their own role in the project, and those of all groups they are in.
 */
export async function effectsOf(
  db: Reads,
  organization: Within,
  now: Instant,
  planned: readonly Planned[],
): Promise<Effects> {
  const carriers = await carriersOf(db, organization.id, planned)
  const before = await standingAt(db, organization, scopesOf(planned, carriers))
  const after = new Map(before)
  for (const { change, outcome } of planned) {
    if (!isStep(outcome)) continue
    const key = placeKey(change.subject, change.project)
    if (outcome.begins) after.set(key, outcome.begins)
    else after.delete(key)
  }
  const people = await peopleIn(
    db,
    organization.id,
    planned.flatMap(({ subject }) => (subject?.kind === 'group' ? [subject.group] : [])),
  )
  const known = new Map<string, Effect>()
  return {
    of({ change, subject }) {
      if (!subject) return NOTHING
      const key = placeKey(change.subject, change.project)
      const effect = known.get(key)
      if (effect) return effect
      const from = allowed(before, carriers(change.subject), change.project, now)
      const to = allowed(after, carriers(change.subject), change.project, now)
      const made = difference(from, to)
      known.set(key, made)
      return made
    },
    people: (group) => people.get(group) ?? 0,
  }
}

const NOTHING: Effect = { gains: [], losses: [], keeps: 0 }

type Carriers = (subject: AssignedTo) => readonly AssignedTo[]

/** Whatever gives a subject something: itself, and the groups it is in at any depth. */
async function carriersOf(
  db: Reads,
  organization: OrganizationId,
  planned: readonly Planned[],
): Promise<Carriers> {
  const subjects = new Map(planned.map(({ change: { subject } }) => [idOf(subject), subject]))
  const members = [...subjects.values()].flatMap((one) => ('member' in one ? [one.member] : []))
  const places = await placesOf(db, organization, members)
  const direct = Map.groupBy(places, (place) => place.member)
  const groups = [
    ...places.map((place) => place.group),
    ...[...subjects.values()].flatMap((one) => ('group' in one ? [one.group] : [])),
  ]
  const edges = await edgesAbove(db, organization, [...new Set(groups)])
  const known = new Map<string, readonly AssignedTo[]>()
  return (subject) => {
    const id = idOf(subject)
    const found = known.get(id)
    if (found) return found
    const own =
      'group' in subject ? [subject.group] : (direct.get(subject.member) ?? []).map((one) => one.group)
    const carriers = [...('member' in subject ? [subject] : []), ...aroundThem(own, edges)]
    known.set(id, carriers)
    return carriers
  }
}

function aroundThem(groups: readonly GroupId[], edges: readonly GroupEdge[]): readonly AssignedTo[] {
  return groups.length === 0 ? [] : [...expand(groups, edges)].map((group) => ({ group }))
}

function scopesOf(planned: readonly Planned[], carriers: Carriers) {
  const scopes = new Map<string, { subject: AssignedTo; project: ProjectId | null }>()
  const add = (subject: AssignedTo, project: ProjectId | null) =>
    scopes.set(placeKey(subject, project), { subject, project })
  for (const { change } of planned) {
    for (const carrier of carriers(change.subject)) {
      add(carrier, null)
      if (change.project) add(carrier, change.project)
    }
  }
  return [...scopes.values()]
}

function allowed(
  standing: ReadonlyMap<string, Standing>,
  carriers: readonly AssignedTo[],
  project: ProjectId | null | undefined,
  now: Instant,
): ReadonlySet<Permission> {
  const permissions = new Set<Permission>()
  for (const carrier of carriers) {
    for (const scope of project ? [null, project] : [null]) {
      const held = standing.get(placeKey(carrier, scope))
      if (!held || !stands(held, now)) continue
      for (const permission of held.role.permissions) {
        if (!project || isProjectPermission(permission)) permissions.add(permission)
      }
    }
  }
  return permissions
}

function difference(from: ReadonlySet<Permission>, to: ReadonlySet<Permission>): Effect {
  const gains = ALL_PERMISSIONS.filter((one) => to.has(one) && !from.has(one))
  const losses = ALL_PERMISSIONS.filter((one) => from.has(one) && !to.has(one))
  return { gains, losses, keeps: from.size - losses.length }
}
