import { checkSteps, orThrow, Refusal } from '@roster/domain'
import { z } from 'zod'
import type { AuditFacts } from '../platform/audit.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type StoredStep, stepsOf, writeSteps } from './store.ts'

const Step = z.strictObject({
  /** Of a step that is there already: what members have done of it is kept. */
  id: IdOf('stp').optional(),
  title: z.string().max(10_000),
  text: z.string().max(10_000).default(''),
  link: z.string().max(10_000).nullable().default(null),
})

/**
 * Says what new members are asked to do first, in this order, instead of what was asked before. Refuses with
 * `not-found` (a step that is not there), `invalid-input` (the same one twice) and as `checkSteps` says.
 */
export const updateFirstSteps = command({
  permission: 'organization.update',
  records: 'onboarding.updated',
  input: inOrganization({ steps: z.array(Step).max(1_000) }),
  async run({ tx, organization, newId }, { steps: asked }) {
    const before = await stepsOf(tx, organization.id)
    const known = new Set(before.map(({ id }) => id))
    const named = asked.flatMap(({ id }) => (id ? [id] : []))
    if (named.some((id) => !known.has(id))) throw new Refusal('not-found', { field: 'steps' })
    if (new Set(named).size < named.length) {
      throw new Refusal('invalid-input', { field: 'steps', reason: 'a step is there twice' })
    }
    const steps: readonly StoredStep[] = orThrow(checkSteps(asked)).map(({ id, title, text, link }) => ({
      id: id ?? newId('stp'),
      title,
      text,
      link,
    }))
    const result = { steps: steps.length }
    if (JSON.stringify(steps) === JSON.stringify(before)) return { result, audit: UNCHANGED }
    await writeSteps(tx, organization.id, steps)
    const audit: AuditFacts = {
      target: { kind: 'organization', id: organization.id },
      facts: { before: before.length, after: steps.length },
    }
    return { result, audit }
  },
})
