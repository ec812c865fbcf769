import { Refusal } from '@roster/domain'
import { z } from 'zod'
import { inPerson } from '../platform/access.ts'
import type { AuditFacts } from '../platform/audit.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'

/** The caller has taken one of the first steps, or takes that back. Refuses with `not-found` and `people-only`. */
export const tickFirstStep = command({
  permission: 'organization.read',
  records: 'onboarding.step-done',
  input: inOrganization({ step: IdOf('stp'), done: z.boolean() }),
  async run({ tx, organization, member, actor, now }, { step, done }) {
    inPerson(actor)
    const found = await tx
      .selectFrom('onboarding_step')
      .select('id')
      .where('organization_id', '=', organization.id)
      .where('id', '=', step)
      .executeTakeFirst()
    if (!found) throw new Refusal('not-found', { field: 'step' })
    const key = { organization_id: organization.id, member_id: member, step_id: step }
    const changed = done
      ? (
          await tx
            .insertInto('onboarding_done')
            .values({ ...key, at: now })
            .onConflict((conflict) => conflict.doNothing())
            .executeTakeFirst()
        ).numInsertedOrUpdatedRows
      : (
          await tx
            .deleteFrom('onboarding_done')
            .where('organization_id', '=', organization.id)
            .where('member_id', '=', member)
            .where('step_id', '=', step)
            .executeTakeFirst()
        ).numDeletedRows
    if (!changed) return { result: {}, audit: UNCHANGED }
    const audit: AuditFacts = { target: { kind: 'user', id: actor.id }, facts: { step, done } }
    return { result: {}, audit }
  },
})
