import { type Deps, type Job, runJob } from '@roster/api'
import type { Logger } from 'pino'

/** A start has enough to do without them; what is due has waited already. */
const FIRST_AFTER_MS = 15_000

export interface RunningJobs {
  /** Begins nothing new, tells what runs to end after its transaction, and waits for that. */
  stop(): Promise<void>
}

/**
 * Runs each job again and again, its interval after it has ended. Only one runs at a time, whichever it is, so that
 * none overlaps and people share the database with one of them at the most. A failure is logged, and the next turn
 * tries again.
 */
export function startJobs(
  jobs: readonly Job[],
  deps: Deps,
  log: Pick<Logger, 'info' | 'error'>,
  firstAfterMs = FIRST_AFTER_MS,
): RunningJobs {
  const stopping = new AbortController()
  const timers = new Map<Job, NodeJS.Timeout>()
  let queue: Promise<void> = Promise.resolve()

  const turn = async (job: Job) => {
    if (stopping.signal.aborted) return
    try {
      const changed = await runJob(job, deps, stopping.signal)
      if (changed > 0) log.info({ job: job.name, changed }, 'job done')
    } catch (error) {
      log.error({ err: error, job: job.name }, 'job failed')
    }
    plan(job, job.everyMs)
  }
  const plan = (job: Job, milliseconds: number) => {
    if (stopping.signal.aborted) return
    const timer = setTimeout(() => {
      queue = queue.then(() => turn(job))
    }, milliseconds)
    timers.set(job, timer)
  }
  for (const job of jobs) plan(job, Math.min(firstAfterMs, job.everyMs))
  return {
    async stop() {
      stopping.abort()
      for (const timer of timers.values()) clearTimeout(timer)
      await queue
    },
  }
}
