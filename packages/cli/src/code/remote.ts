import type { Organization } from './model.ts'
import type { Step } from './plan/step.ts'

/** Why a step was not done, in the words of whoever refused it. */
export type StepRefused = { readonly code: string; readonly message: string }

/** The organization, wherever it is kept: all that planning and applying need of it. */
export type Remote = {
  /** Everything that a file may speak about, as it is at this moment. What has run out by itself is not held. */
  read(): Promise<Organization>
  /**
   * Does these steps, which `batchesOf` put together: for each in its order null, or why not. What comes behind a
   * refused one may have been done all the same.
   */
  apply(batch: readonly Step[]): Promise<readonly (StepRefused | null)[]>
}
