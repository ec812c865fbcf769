import { mutation, read, router } from '../transport/trpc.ts'
import { dismissFirstSteps } from './dismiss.ts'
import { firstSteps } from './steps.ts'
import { tickFirstStep } from './tick.ts'
import { updateFirstSteps } from './update.ts'

export const onboardingRouter = router({
  steps: read(firstSteps),
  update: mutation(updateFirstSteps),
  tick: mutation(tickFirstStep),
  dismiss: mutation(dismissFirstSteps),
})
