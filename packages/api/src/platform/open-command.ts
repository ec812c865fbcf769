import {
  type AuditAction,
  type Instant,
  type NewId,
  type OrganizationId,
  Refusal,
  type UserId,
} from '@roster/domain'
import type { z } from 'zod'
import { type Actor, auditActor, type SignedIn } from './access.ts'
import { type AuditFacts, INSTANCE_CHAIN, recordAudit } from './audit.ts'
import type { Call, Instance } from './call.ts'
import { sliceOf } from './changes.ts'
import { UNCHANGED } from './command.ts'
import type { LinkKey } from './links.ts'
import { enqueue, type OutboxMessage } from './outbox.ts'
import type { Transaction } from './writer.ts'

/** Who may call something that comes before any grant. A test lists all of these by name. */
export type OpensTo = 'anyone' | 'signed-in'

/** What the caller is then known to be. */
export interface CallerOf {
  anyone: SignedIn | null
  'signed-in': SignedIn
}

export interface OpenContext<To extends OpensTo> {
  readonly tx: Transaction
  readonly actor: CallerOf[To]
  readonly now: Instant
  readonly newId: NewId
  readonly links: LinkKey
  readonly instance: Instance
  readonly address: string
  readonly userAgent: string
  /** The caller's session, by its public id. */
  readonly session: string | null
}

/** Says on which chain an entry goes, for the few commands that belong to an organization all the same. */
export interface OpenAuditFacts extends AuditFacts {
  readonly organization?: OrganizationId
  /** The person who did it, where the call itself made them known (signing up, signing in). */
  readonly actor?: UserId
}

export interface OpenDone<Result> {
  readonly result: Result
  readonly audit: OpenAuditFacts | readonly [OpenAuditFacts, ...OpenAuditFacts[]] | typeof UNCHANGED
  readonly outbox?: readonly (OutboxMessage & { readonly organization?: OrganizationId })[]
  readonly people?: readonly UserId[]
  /** Organizations whose lists of members show something else now. */
  readonly shownIn?: readonly OrganizationId[]
  /** A session that begins or ends with this: the door sets or clears the cookie. */
  readonly session?: { readonly begins: string; readonly until: Instant } | 'ends'
}

/** What a door has to do after an open command, besides answering. */
export interface OpenAnswer<Result> {
  readonly result: Result
  readonly session: OpenDone<Result>['session']
}

export interface OpenCommand<To extends OpensTo, Schema extends z.ZodType, Prepared, Result> {
  readonly kind: 'open-command'
  readonly opensTo: To
  readonly records: AuditAction
  readonly input: Schema
  /** What must not happen inside a transaction: hashing, limits, waiting. Runs before it. */
  prepare(call: Call, input: z.output<Schema>): Promise<Prepared>
  run(context: OpenContext<To>, input: z.output<Schema>, prepared: Prepared): Promise<OpenDone<Result>>
}

/** Declares a change that needs no grant: signing in, accepting, creating an organization. */
export function openCommand<To extends OpensTo, Schema extends z.ZodType, Result, Prepared = undefined>(
  spec: Omit<OpenCommand<To, Schema, Prepared, Result>, 'kind'>,
): OpenCommand<To, Schema, Prepared, Result> {
  return { kind: 'open-command', ...spec }
}

/** For commands that have nothing to prepare. */
export const nothingToPrepare = async (): Promise<undefined> => undefined

/** Act, audit, enqueue in one transaction; the right to call is all there is to check. */
export async function executeOpen<To extends OpensTo, Schema extends z.ZodType, Prepared, Result>(
  spec: OpenCommand<To, Schema, Prepared, Result>,
  call: Call,
  input: z.output<Schema>,
): Promise<OpenAnswer<Result>> {
  const actor = callerFor(spec.opensTo, call.actor)
  const prepared = await spec.prepare(call, input)
  const change = call.newId('chg')
  const done = await call.writer.run(async (tx) => {
    const { now, newId, links, instance, address, userAgent, session } = call
    const done = await spec.run(
      { tx, actor, now, newId, links, instance, address, userAgent, session },
      input,
      prepared,
    )
    for (const facts of entriesOf(done)) {
      const frame = {
        chain: facts.organization ?? INSTANCE_CHAIN,
        action: facts.action ?? spec.records,
        at: now,
        actor: auditActor(facts.actor ? { kind: 'user', id: facts.actor } : call.actor),
        allowedBy: null,
        change,
      } as const
      await recordAudit(tx, newId, frame, [{ target: facts.target, facts: facts.facts ?? {} }])
    }
    for (const message of done.outbox ?? []) {
      await enqueue(tx, newId, now, message.organization ?? null, [message])
    }
    return done
  }, change)
  const entries = entriesOf(done)
  for (const facts of entries) {
    const slice = sliceOf(facts.action ?? spec.records)
    call.changes.publish({ slice, organization: facts.organization ?? null, people: done.people ?? [] })
  }
  // Mail about what changed nothing: no page shows it, but the outbox must not sleep on it.
  if (entries.length === 0 && done.outbox && done.outbox.length > 0)
    call.changes.publish({ slice: sliceOf(spec.records), organization: null })
  for (const organization of done.shownIn ?? []) call.changes.publish({ slice: 'members', organization })
  return { result: done.result, session: done.session }
}

/** The caller, checked against who it opens to: people, not programs. Refuses with `not-signed-in`, `people-only`. */
export function callerFor<To extends OpensTo>(opensTo: To, actor: Actor | null): CallerOf[To]
export function callerFor(opensTo: OpensTo, actor: Actor | null): SignedIn | null {
  if (actor?.kind === 'key') throw new Refusal('people-only')
  if (opensTo === 'signed-in' && !actor) throw new Refusal('not-signed-in')
  return actor
}

function entriesOf(done: OpenDone<unknown>): readonly OpenAuditFacts[] {
  if (done.audit === UNCHANGED) return []
  return 'target' in done.audit ? [done.audit] : done.audit
}
