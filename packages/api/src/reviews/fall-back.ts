import { type Fallback, type Outcome, Refusal } from '@roster/domain'
import { sql } from 'kysely'
import type { AssignmentChange } from '../assignments/input.ts'
import { isStep, planOf } from '../assignments/plan.ts'
import { write } from '../assignments/write.ts'
import { mayRemove } from '../members/may-remove.ts'
import { endMemberships } from '../members/store.ts'
import { targetOf } from '../members/target.ts'
import { type CarryContext, subjectOf } from './carry-out.ts'
import type { StoredItem } from './store.ts'

/**
 * Carries out what a review does with access that nobody decided about, of all these items together, since there may
 * be thousands: by the same rules as `carryOut`, item by item. What today's rules refuse is answered, and stays.
 */
export async function fallBackOn(
  context: CarryContext,
  fallback: Fallback,
  items: readonly StoredItem[],
): Promise<ReadonlyMap<StoredItem['id'], Outcome | Refusal>> {
  const held = await stillHeld(context, items)
  const outcomes = new Map<StoredItem['id'], Outcome | Refusal>()
  for (const { id, assignment_id } of items) outcomes.set(id, held.has(assignment_id) ? 'kept' : 'moot')
  if (fallback === 'keep') return outcomes
  const present = items.filter((item) => held.has(item.assignment_id))
  const memberships = present.filter((item) => item.project_id === null && item.member_id !== null)
  const others = present.filter((item) => !memberships.includes(item))
  for (const [id, outcome] of await removed(context, memberships)) outcomes.set(id, outcome)
  for (const [id, outcome] of await takenAway(context, others)) outcomes.set(id, outcome)
  return outcomes
}

type Outcomes = readonly (readonly [StoredItem['id'], Outcome | Refusal])[]

/** Revoking a role at the organization ends the membership. */
async function removed(context: CarryContext, items: readonly StoredItem[]): Promise<Outcomes> {
  const { tx, organization, actor, now } = context
  const going: NonNullable<StoredItem['member_id']>[] = []
  const outcomes: [StoredItem['id'], Outcome | Refusal][] = []
  for (const { id, member_id: member } of items) {
    if (!member) continue
    const target = await targetOf(tx, organization, member)
    const allowed = target instanceof Refusal ? target : mayRemove(context, target)
    if (allowed === true) going.push(member)
    outcomes.push([id, allowed === true ? 'revoked' : allowed])
  }
  await endMemberships(tx, { organization: organization.id, members: going, by: actor.id, now })
  return outcomes
}

async function takenAway(context: CarryContext, items: readonly StoredItem[]): Promise<Outcomes> {
  const { tx, organization, actor, now } = context
  const changes = items.map((item): AssignmentChange => {
    const { project_id: project, role_id: from } = item
    return { subject: subjectOf(item), project, role: null, from }
  })
  const planned = await planOf(tx, context, changes, context.newAssignment)
  await write(
    tx,
    { organization: organization.id, by: actor.id, now },
    planned.flatMap(({ outcome }) => (isStep(outcome) ? [outcome] : [])),
  )
  return items.map(({ id }, index) => {
    const outcome = planned[index]?.outcome ?? new Refusal('not-found')
    if (outcome instanceof Refusal) return [id, outcome]
    return [id, isStep(outcome) ? 'revoked' : 'kept']
  })
}

async function stillHeld(
  { tx, now }: CarryContext,
  items: readonly StoredItem[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select a.id from json_each(${JSON.stringify(items.map((item) => item.assignment_id))}) j
      cross join assignment a on a.id = j.value
      where a.until is null and (a.expires_at is null or a.expires_at > ${now})
  `.execute(tx)
  return new Set(rows.map((row) => row.id))
}
