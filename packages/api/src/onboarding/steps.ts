import type { Instant } from '@roster/domain'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { progressOf, type StoredStep, stepsOf } from './store.ts'

export interface FirstSteps {
  readonly steps: readonly (StoredStep & { readonly doneAt: Instant | null })[]
  /** Whether they are on the caller's home page: while they are new, until done or put away. */
  readonly shown: boolean
}

/** What the organization asks new members to do first, and how far the caller is with it (D42). */
export const firstSteps = query({
  permission: 'organization.read',
  input: inOrganization({}),
  async run({ db, organization, member, now }): Promise<FirstSteps> {
    const steps = await stepsOf(db, organization.id)
    const { done, shown } = await progressOf(db, { organization: organization.id, member }, steps, now)
    return { steps: steps.map((step) => ({ ...step, doneAt: done.get(step.id) ?? null })), shown }
  },
})
