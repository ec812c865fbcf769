import { job } from './job.ts'
import { forgetRepeats } from './repeat.ts'

const HOUR = 3_600_000
const AT_A_TIME = 500

/** Forgets what was answered to calls that came with a word of their own, a day after. */
export const forgetAnswers = job({
  name: 'forget-repeats',
  everyMs: HOUR,
  async run({ deps, now, stopping }) {
    let forgotten = 0
    while (!stopping.aborted) {
      const some = await deps.writer.run((tx) => forgetRepeats(tx, now, AT_A_TIME))
      forgotten += some
      if (some < AT_A_TIME) break
    }
    return forgotten
  },
})
