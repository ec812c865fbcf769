import type { AuditAction, ChangeId, Instant, NewId, OrganizationId } from '@roster/domain'
import { auditActor } from './access.ts'
import { recordAudit } from './audit.ts'
import type { Deps, Instance } from './call.ts'
import { sliceOf } from './changes.ts'
import { type Done, UNCHANGED } from './command.ts'
import type { LinkKey } from './links.ts'
import { enqueue } from './outbox.ts'
import type { Transaction } from './writer.ts'

/**
 * What Roster does by itself now and then. A job finds out anew what is due each time it runs, so that a run that
 * was missed or cut short costs nothing but time, and one that is repeated does nothing twice.
 */
export interface Job {
  /** As the log names it: `remind-invitations`. */
  readonly name: string
  readonly everyMs: number
  /** Does what is due, in small transactions, and answers how many things were changed. */
  run(context: JobContext): Promise<number>
}

export interface JobContext {
  readonly deps: Deps
  /** Read once, when the run began. */
  readonly now: Instant
  /** Asked between two transactions: once aborted, what is left waits for the next run. */
  readonly stopping: AbortSignal
}

/** Declares a job; `JOBS` lists all there are. */
export function job(spec: Job): Job {
  return spec
}

/** What a change made by Roster itself works with. */
export interface SystemContext {
  readonly tx: Transaction
  readonly now: Instant
  readonly newId: NewId
  readonly links: LinkKey
  readonly instance: Instance
  /** Of everything this transaction changes. */
  readonly change: ChangeId
}

/**
 * One transaction of a job in an organization: acts, audits with the system as the actor, and enqueues; open pages
 * are told of it. `UNCHANGED` records nothing. Keep it small: people wait for it.
 */
export async function changeAsSystem<Result>(
  { deps, now }: Pick<JobContext, 'deps' | 'now'>,
  { organization, records }: { readonly organization: OrganizationId; readonly records: AuditAction },
  work: (context: SystemContext) => Promise<Done<Result>>,
): Promise<Result> {
  const { newId, links, instance } = deps
  const change = newId('chg')
  const done = await deps.writer.run(async (tx) => {
    const done = await work({ tx, now, newId, links, instance, change })
    if (done.audit !== UNCHANGED) {
      const frame = {
        chain: organization,
        action: records,
        at: now,
        actor: auditActor(null),
        allowedBy: null,
        change,
      } as const
      await recordAudit(tx, newId, frame, 'target' in done.audit ? [done.audit] : done.audit)
    }
    if (done.outbox) await enqueue(tx, newId, now, organization, done.outbox)
    return done
  }, change)
  if (done.audit !== UNCHANGED) {
    for (const slice of new Set([sliceOf(records), ...(done.shownBy ?? [])]))
      deps.changes.publish({ slice, organization, people: done.people ?? [] })
  }
  return done.result
}

/** Runs a job once, by the clock of the process. For the timer of the server, and for tests, which have no patience. */
export function runJob(
  job: Job,
  deps: Deps,
  stopping: AbortSignal = new AbortController().signal,
): Promise<number> {
  return job.run({ deps, now: deps.clock(), stopping })
}
