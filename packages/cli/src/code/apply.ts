import { termsKey } from './plan/people-steps.ts'
import type { Step } from './plan/step.ts'
import type { Remote, StepRefused } from './remote.ts'

/** What became of a plan. */
export type Applied = {
  readonly done: readonly Step[]
  /** Where it stopped, if it did. */
  readonly refused: { readonly step: Step; readonly why: StepRefused } | null
}

const MOST_TOGETHER = 100

/** Puts neighbours together that can be done in one call: invitations to the same, and people of one group. */
export function batchesOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const batches: Step[][] = []
  let open: string | null = null
  for (const step of steps) {
    const key = togetherKey(step)
    const last = batches.at(-1)
    if (last && key !== null && key === open && last.length < MOST_TOGETHER) last.push(step)
    else batches.push([step])
    open = key
  }
  return batches
}

function togetherKey(step: Step): string | null {
  if (step.do === 'invite') return termsKey(step)
  if (step.do === 'add-to-group' || step.do === 'remove-from-group') return `${step.do} ${step.group}`
  return step.do === 'remove-member' || step.do === 'revoke-invitation' ? step.do : null
}

/**
 * Does the steps in their order and stops at the first that is refused: what was done stays done, and applying the
 * same file again goes on from there.
 */
export async function applySteps(
  remote: Remote,
  steps: readonly Step[],
  onProgress: (done: number) => void = () => {},
): Promise<Applied> {
  const done: Step[] = []
  for (const batch of batchesOf(steps)) {
    const outcomes = await remote.apply(batch)
    let refused: Applied['refused'] = null
    for (const [index, step] of batch.entries()) {
      const why = outcomes[index] ?? null
      if (why === null) done.push(step)
      else refused ??= { step, why }
    }
    onProgress(done.length)
    if (refused) return { done, refused }
  }
  return { done, refused: null }
}
