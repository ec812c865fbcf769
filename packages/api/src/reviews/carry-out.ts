import { type AssignmentId, type Decision, type Outcome, orThrow, Refusal, type RoleId } from '@roster/domain'
import type { AssignedTo, AssignmentChange } from '../assignments/input.ts'
import { isStep, type PlanContext, planOf } from '../assignments/plan.ts'
import { write } from '../assignments/write.ts'
import { mayRemove } from '../members/may-remove.ts'
import { endMembership } from '../members/store.ts'
import { targetOf } from '../members/target.ts'
import type { Transaction } from '../platform/writer.ts'
import type { StoredItem } from './store.ts'

/** Who carries a decision out: by their rights of this moment. */
export interface CarryContext extends PlanContext {
  readonly tx: Transaction
  readonly newAssignment: () => AssignmentId
}

/**
 * Carries out what was decided about one item, by the same rules as assigning and removing: revoking a role at the
 * organization ends the membership. Access that has ended or changed since the start is `moot`. Refuses as `mayAssign`
 * and removing do. The note
 * is the reason of the role that is changed to.
 */
export async function carryOut(
  context: CarryContext,
  item: StoredItem,
  decision: Decision,
  to: RoleId | null,
  note: string | null,
): Promise<Outcome> {
  if (!(await stillHeld(context, item))) return 'moot'
  if (decision === 'keep') return 'kept'
  if (decision === 'revoke' && item.project_id === null && item.member_id) {
    return removeMember(context, item.member_id)
  }
  const role = decision === 'revoke' ? null : to
  if (decision === 'change' && role === null) {
    throw new Refusal('invalid-input', { field: 'role', reason: 'choose the role to change to' })
  }
  const change: AssignmentChange = {
    subject: subjectOf(item),
    project: item.project_id,
    role,
    from: item.role_id,
    reason: note,
  }
  const [planned] = await planOf(context.tx, context, [change], context.newAssignment)
  if (!planned) throw new Refusal('not-found')
  if (planned.outcome instanceof Refusal) throw toldOf(planned.outcome)
  if (!isStep(planned.outcome)) return 'kept'
  const { organization, actor, now, tx } = context
  await write(tx, { organization: organization.id, by: actor.id, now }, [planned.outcome])
  return decision === 'revoke' ? 'revoked' : 'changed'
}

/** The reviewer was shown the project with the item: that it is not theirs to decide about says more than "nothing here". */
function toldOf(refusal: Refusal): Refusal {
  const hidden = refusal.code === 'not-found' && refusal.facts.field === 'project'
  return hidden ? new Refusal('not-permitted', { permission: 'project.members.manage' }) : refusal
}

/** Who holds what is reviewed. */
export function subjectOf({ member_id: member, group_id: group }: StoredItem): AssignedTo {
  return member ? { member } : { group: group ?? 'grp_0' }
}

async function stillHeld({ tx, now }: CarryContext, { assignment_id }: StoredItem): Promise<boolean> {
  const row = await tx
    .selectFrom('assignment')
    .select('expires_at')
    .where('id', '=', assignment_id)
    .where('until', 'is', null)
    .executeTakeFirst()
  return row !== undefined && (row.expires_at === null || row.expires_at > now)
}

async function removeMember(
  context: CarryContext,
  member: NonNullable<StoredItem['member_id']>,
): Promise<Outcome> {
  const { tx, organization, actor, now } = context
  const target = orThrow(await targetOf(tx, organization, member))
  orThrow(mayRemove(context, target))
  await endMembership(tx, { organization: organization.id, member, by: actor.id, now })
  return 'revoked'
}
