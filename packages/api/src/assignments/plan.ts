import {
  type AssignmentId,
  decide,
  type GroupId,
  type HeldAssignment,
  type Instant,
  keepAnOwner,
  type MemberId,
  mayAssign,
  Refusal,
  type UserId,
} from '@roster/domain'
import type { Organization } from '../platform/access.ts'
import { maySeeProject, type Project } from '../platform/project.ts'
import type { Reads } from '../platform/writer.ts'
import { groupsOf } from './around.ts'
import { type Facts, factsOf, type Subject } from './facts.ts'
import { type AssignmentChange, idOf, placeKey } from './input.ts'
import { ownersOf } from './owners.ts'
import { type Role, type Standing, standingAt, stands } from './standing-rows.ts'

/** What one change comes to. */
export interface Planned {
  readonly change: AssignmentChange
  /** Null where they do not exist, or are not the caller's to know of. */
  readonly subject: Subject | null
  readonly project: Project | null
  readonly outcome: Step | Refusal | 'unchanged'
  /** What stood there before: live, expired, or nothing. */
  readonly before: Standing | null
}

/** A change that is allowed: what ends, what begins, and by which right. */
export interface Step {
  readonly subject: Subject
  readonly project: Project | null
  /** What is ended; it may have expired before. */
  readonly ends: Standing | null
  /** What was held until now, live. */
  readonly from: Standing | null
  readonly begins: Standing | null
  readonly allowedBy: AssignmentId
}

/** Who asks, where, and when. */
export interface PlanContext {
  readonly organization: Organization
  readonly member: MemberId
  readonly held: readonly HeldAssignment[]
  readonly actor: { readonly id: UserId }
  readonly now: Instant
}

/**
 * Walks through the changes in order, each on what the ones before it leave behind, and says of each what it comes
 * to. The preview shows this and applying does it, so the two cannot disagree, whoever is changed in which order.
 */
export async function planOf(
  db: Reads,
  context: PlanContext,
  changes: readonly AssignmentChange[],
  newAssignment: () => AssignmentId,
): Promise<readonly Planned[]> {
  const { organization } = context
  const state: State = {
    ...context,
    facts: await factsOf(db, organization, changes),
    standing: await standingAt(db, organization, changes),
    groups: changes.some((change) => 'group' in change.subject)
      ? await groupsOf(db, organization.id, context.member)
      : new Set(),
    owners: changes.some((change) => !change.project && 'member' in change.subject)
      ? await ownersOf(db, organization.id)
      : new Set(),
  }
  return changes.map((change) => {
    const planned = plan(state, change, newAssignment)
    if (isStep(planned.outcome)) take(state, planned.outcome, change)
    return planned
  })
}

/** Whether a change is one that will be made. */
export function isStep(outcome: Planned['outcome']): outcome is Step {
  return outcome !== 'unchanged' && !(outcome instanceof Refusal)
}

/** How things stand after the changes so far. */
interface State extends Omit<PlanContext, 'held'> {
  held: readonly HeldAssignment[]
  readonly facts: Facts
  readonly standing: Map<string, Standing>
  /** Those the caller is in. */
  readonly groups: ReadonlySet<GroupId>
  readonly owners: Set<MemberId>
}

function plan(state: State, change: AssignmentChange, newAssignment: () => AssignmentId): Planned {
  const { facts, held, now } = state
  const subject = facts.subjects.get(idOf(change.subject)) ?? null
  const known = change.project ? facts.projects.get(change.project) : null
  const project = known && maySeeProject(held, known) ? known : null
  const before = state.standing.get(placeKey(change.subject, change.project)) ?? null
  const planned = { change, subject, project, before }
  const refuse = (outcome: Refusal): Planned => ({ ...planned, outcome })

  // Somebody who takes their own role away goes no further: the next chunk would be refused in the same way.
  const mayCall = decide(held, 'organization.read')
  if (mayCall instanceof Refusal) return refuse(mayCall)
  if (change.project && !project) return refuse(new Refusal('not-found', { field: 'project' }))
  if (!subject) return refuse(new Refusal('not-found', { field: 'subject' }))
  const to = change.role === null ? null : facts.roles.get(change.role)
  if (to === undefined) return refuse(new Refusal('not-found', { field: 'role' }))

  const from = before && stands(before, now) ? before : null
  const same = from !== null && from.role.id === to?.id
  const expiresAt = change.expiresAt === undefined ? (same ? from.expiresAt : null) : change.expiresAt
  const reason = change.reason ?? (same ? from.reason : null)
  const allowedBy = mayAssign({
    ...{ held, now, project, from: from?.role ?? null, to, expiresAt, reason },
    policies: state.organization.policies,
    subject: subject.kind,
    isMember: subject.isMember,
    own: subject.kind === 'member' ? subject.member === state.member : state.groups.has(subject.group),
  })
  if (allowedBy instanceof Refusal) return refuse(allowedBy)
  if (!project && to?.key === 'owner' && subject.kind === 'member' && !subject.isPerson)
    return refuse(new Refusal('owner-is-a-person', { field: 'role' }))
  const owner = keepsAnOwner(state, subject, project, from, to)
  if (owner instanceof Refusal) return refuse(owner)
  if (change.from !== undefined && change.from !== (from?.role.id ?? null)) {
    return refuse(new Refusal('changed-meanwhile', { field: 'role' }))
  }
  const asItIs = to === null ? before === null : same && from.expiresAt === expiresAt
  if (asItIs) return { ...planned, outcome: 'unchanged' }
  const begins = to && {
    ...{ id: newAssignment(), role: to, since: now, expiresAt, reason, by: state.actor.id },
  }
  return {
    ...planned,
    outcome: { subject, project, ends: before, from, begins, allowedBy: allowedBy.id },
  }
}

function keepsAnOwner(
  { owners }: State,
  subject: Subject,
  project: Project | null,
  from: Standing | null,
  to: Role | null,
): true | Refusal {
  if (project || subject.kind !== 'member' || from?.role.key !== 'owner') return true
  return keepAnOwner(owners, { member: subject.member, becomes: to?.key === 'owner' ? 'owner' : 'other' })
}

/** Leaves the state as it is after the step. */
function take(state: State, step: Step, change: AssignmentChange): void {
  const { subject, project, ends, begins } = step
  const key = placeKey(change.subject, change.project)
  if (begins) state.standing.set(key, begins)
  else state.standing.delete(key)
  if (subject.kind === 'member' && !project) {
    if (begins?.role.key === 'owner') state.owners.add(subject.member)
    else state.owners.delete(subject.member)
  }
  const own = subject.kind === 'member' ? subject.member === state.member : state.groups.has(subject.group)
  if (!own) return
  state.held = [
    ...state.held.filter((assignment) => assignment.id !== ends?.id),
    ...(begins ? [heldAs(begins, subject, project)] : []),
  ]
}

function heldAs(begins: Standing, subject: Subject, project: Project | null): HeldAssignment {
  return {
    id: begins.id,
    role: begins.role.id,
    permissions: begins.role.permissions,
    scope: project?.id ?? 'organization',
    since: begins.since,
    expiresAt: begins.expiresAt,
    via: subject.kind === 'group' ? subject.group : null,
    by: begins.by,
  }
}

/** Ids for what is planned and never written: each its own, since later changes may end what earlier ones begin. */
export function plannedIds(): () => AssignmentId {
  let planned = 0
  return () => {
    planned += 1
    return `asg_planned${planned}`
  }
}
