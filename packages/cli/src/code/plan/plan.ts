import type { Instant } from '@roster/domain'
import type { Problem } from '../document/problem.ts'
import type { Document } from '../document/schema.ts'
import type { Organization } from '../model.ts'
import { want } from '../want/want.ts'
import { type Effect, effectsBetween } from './effects.ts'
import type { Step } from './step.ts'
import { stepsBetween } from './steps.ts'

/** What applying a file comes to. */
export type Plan = {
  readonly before: Organization
  readonly after: Organization
  readonly steps: readonly Step[]
  /** Who gains and who loses what by all of it together. */
  readonly effects: readonly Effect[]
  /** What is there, is not in the file, and stays. */
  readonly extras: readonly string[]
  /** What only somebody else can bring about. */
  readonly waiting: readonly string[]
}

/**
 * Holds a file against what there is: everything that has to be done so that it is so, in the order in which it can
 * be done. Reads nothing and changes nothing. What cannot be is answered as problems at their places in the file.
 */
export function planOf(
  document: Document,
  current: Organization,
  now: Instant,
): Plan | { readonly problems: readonly Problem[] } {
  const { after, problems, extras, waiting } = want(document, current, now)
  if (problems.length > 0) return { problems }
  const steps = stepsBetween(current, after)
  return { before: current, after, steps, effects: effectsBetween(current, after), extras, waiting }
}
