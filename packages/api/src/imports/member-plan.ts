import {
  type AssignmentId,
  type CellProblem,
  type GroupId,
  type MemberId,
  Refusal,
  type UserId,
} from '@roster/domain'
import { isStep, planOf, type Step } from '../assignments/plan.ts'
import { membersAnd } from '../groups/places.ts'
import type { Actor } from '../platform/access.ts'
import type { Reads } from '../platform/writer.ts'
import type { Draft } from './plan.ts'
import type { Importing, Rights } from './rights.ts'

/** What a row does to a member: roles in projects, and groups they are put into; neither where all is as asked. */
export interface Assigning {
  readonly member: MemberId
  readonly user: UserId
  readonly steps: readonly Step[]
  readonly groups: readonly GroupId[]
}

type Planned = Assigning & { readonly problems: readonly CellProblem[] }

/** What each of these rows, which are about members, comes to; by line. */
export async function planForMembers(
  db: Reads,
  context: Importing & { readonly actor: Actor },
  rights: Rights,
  drafts: readonly Draft[],
  newAssignment: () => AssignmentId,
): Promise<ReadonlyMap<number, Planned>> {
  const known = drafts.flatMap(({ line, named, person: { member, user } }) =>
    member && user ? [{ line, named, member, user }] : [],
  )
  const asked = known.flatMap(({ line, named, member }) =>
    named.projects.map(({ field, project, role }) => ({
      line,
      field,
      change: { subject: { member }, project, role, reason: context.reason },
    })),
  )
  const outcomes = await planOf(
    db,
    context,
    asked.map(({ change }) => change),
    newAssignment,
  )
  const planned = new Map(
    known.map(({ line, member, user }) => [
      line,
      { member, user, steps: [] as Step[], groups: [] as GroupId[], problems: [] as CellProblem[] },
    ]),
  )
  for (const [index, { line, field }] of asked.entries()) {
    const outcome = outcomes[index]?.outcome
    const of = planned.get(line)
    if (!of || !outcome || outcome === 'unchanged') continue
    if (isStep(outcome)) of.steps.push(outcome)
    else of.problems.push({ field, refusal: outcome })
  }
  const inGroups = await placesOf(db, context, known)
  for (const { line, member, named } of known) {
    const of = planned.get(line)
    for (const { group } of named.groups) {
      if (inGroups.has(`${group} ${member}`)) continue
      const allowed = await rights.intoGroup(group, member)
      if (allowed instanceof Refusal) of?.problems.push({ field: 'groups', refusal: allowed })
      else of?.groups.push(group)
    }
  }
  return planned
}

/** Who is in which of the groups named already. */
async function placesOf(
  db: Reads,
  { organization }: Importing,
  known: readonly { readonly member: MemberId; readonly named: Draft['named'] }[],
): Promise<ReadonlySet<string>> {
  const asked = new Map<GroupId, MemberId[]>()
  for (const { member, named } of known) {
    for (const { group } of named.groups) asked.set(group, [...(asked.get(group) ?? []), member])
  }
  const inside = new Set<string>()
  for (const [group, members] of asked) {
    const placed = await membersAnd(db, organization.id, group, members)
    for (const { member, place } of placed.values()) if (place) inside.add(`${group} ${member}`)
  }
  return inside
}
