import type { AssignmentId, ProjectId } from '@roster/domain'
import { Refusal } from '@roster/domain'
import { bulkCommand, type ItemDone, UNCHANGED } from '../platform/command.ts'
import { Assigned, type AssignedTo, type AssignmentChange, changesIn } from './input.ts'
import { type Planned, planOf, type Step } from './plan.ts'
import { told } from './told.ts'
import { write } from './write.ts'

/** What became of one change. */
export interface Applied {
  readonly subject: AssignedTo
  readonly project: ProjectId | null
  /** What holds now; null when the role was taken away. */
  readonly assignment: AssignmentId | null
  /** False when they held exactly this before. */
  readonly changed: boolean
  /** The change to ask for to have it as it was. */
  readonly undo: AssignmentChange
}

/**
 * Gives roles and takes them away, at projects and at the organization, to members and groups: one outcome for each
 * change, in the order of `changesIn`. Each is decided by itself (`mayAssign`), on what the ones before it leave; an
 * organization keeps an owner (`last-owner`); `changed-meanwhile` where `from` is given and is not what they hold.
 */
export const assign = bulkCommand({
  permission: 'organization.read',
  records: 'assignment.given',
  input: Assigned,
  items: changesIn,
  async run(context, _, changes: readonly AssignmentChange[]): Promise<readonly ItemDone<Applied>[]> {
    const { tx, newId, organization, actor, now } = context
    const planned = await planOf(tx, context, changes, () => newId('asg'))
    const steps = planned.flatMap(({ outcome }) =>
      outcome instanceof Refusal || outcome === 'unchanged' ? [] : [outcome],
    )
    await write(tx, { organization: organization.id, by: actor.id, now }, steps)
    return planned.map(done)
  },
})

function done({ change, before, outcome }: Planned): ItemDone<Applied> {
  if (outcome instanceof Refusal) return { refusal: outcome }
  const at = { subject: change.subject, project: change.project ?? null }
  if (outcome !== 'unchanged') return { ...told(outcome), result: appliedBy(at, outcome) }
  const undo = { ...at, role: change.role }
  return { result: { ...at, assignment: before?.id ?? null, changed: false, undo }, audit: UNCHANGED }
}

/** What a step did, and how to take it back: to the terms from before, but what had expired is not given again. */
export function appliedBy(
  { subject, project }: Pick<Applied, 'subject' | 'project'>,
  { from, begins }: Step,
): Applied {
  const at = { subject, project }
  const expected = { ...at, from: begins?.role.id ?? null }
  const undo = from
    ? { ...expected, role: from.role.id, expiresAt: from.expiresAt, reason: from.reason }
    : { ...expected, role: null }
  return { ...at, assignment: begins?.id ?? null, changed: true, undo }
}
