import { type AssignmentId, Refusal } from '@roster/domain'
import { command, type Done, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization, Moment } from '../platform/input.ts'
import { appliedBy } from './assign.ts'
import type { AssignmentChange } from './input.ts'
import { oneOf } from './one.ts'
import { planOf } from './plan.ts'
import { told } from './told.ts'
import { write } from './write.ts'

export interface Renewed {
  /** The one that holds from now on. */
  readonly assignment: AssignmentId | null
  readonly undo: AssignmentChange | null
}

/**
 * Gives the same role once more with another end, or none: before its end or after it. Refuses as giving it anew
 * would, and with `changed-meanwhile` when somebody has ended or replaced it.
 */
export const renewAssignment = command({
  permission: 'organization.read',
  records: 'assignment.renewed',
  input: inOrganization({ assignment: IdOf('asg'), expiresAt: Moment.nullable() }),
  async run(context, { assignment, expiresAt }): Promise<Done<Renewed>> {
    const { tx, newId, organization, actor, now } = context
    const found = await oneOf(tx, organization.id, assignment)
    if (!found) throw new Refusal('not-found')
    const { subject, project, role, reason, ended } = found
    const change = { subject, project, role, reason, expiresAt }
    const [planned] = await planOf(tx, context, [change], () => newId('asg'))
    const outcome = planned?.outcome ?? new Refusal('not-found')
    if (outcome instanceof Refusal) throw outcome
    if (ended) throw new Refusal('changed-meanwhile')
    if (outcome === 'unchanged') return { result: { assignment, undo: null }, audit: UNCHANGED }
    await write(tx, { organization: organization.id, by: actor.id, now }, [outcome])
    const renewed = appliedBy({ subject, project }, outcome)
    const result = { assignment: renewed.assignment, undo: renewed.undo }
    return { ...told(outcome, 'assignment.renewed'), result }
  },
})
