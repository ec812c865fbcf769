import {
  type AuditAction,
  type ChangeId,
  type HeldAssignment,
  type Instant,
  type MemberId,
  mayChangeProject,
  type NewId,
  type OrganizationId,
  orThrow,
  Refusal,
  type UserId,
} from '@roster/domain'
import type { z } from 'zod'
import { type Actor, type Authorized, auditActor, authorize, type Organization } from './access.ts'
import { type AuditFacts, recordAudit } from './audit.ts'
import type { Call, Instance } from './call.ts'
import { newKey } from './chance.ts'
import { type Slice, sliceOf } from './changes.ts'
import type { Downloads } from './downloads.ts'
import type { LinkKey } from './links.ts'
import { enqueue, type OutboxMessage } from './outbox.ts'
import { answeredBefore, keepAnswer, keepOutcomes, outcomesBefore } from './repeat.ts'
import { type AtProjectOf, asks, atProject, type InOrganization, type PermissionFor } from './scope.ts'
import type { Transaction } from './writer.ts'

/** What a command works with; the transaction is all it has of the database. */
export interface CommandContext {
  readonly tx: Transaction
  readonly actor: Actor
  readonly organization: Organization
  /** The caller's own membership. */
  readonly member: MemberId
  readonly held: readonly HeldAssignment[]
  readonly now: Instant
  readonly newId: NewId
  /** Makes the secret of an API key, which nobody can guess. */
  readonly newKey: () => string
  readonly links: LinkKey
  readonly instance: Instance
  readonly downloads: Downloads
  /** Of everything this call changes. */
  readonly change: ChangeId
}

/** A change, the entry that tells of it, and the mail that follows. Without an entry it does not compile. */
export interface Done<Result> {
  readonly result: Result
  readonly audit: AuditFacts | readonly [AuditFacts, ...AuditFacts[]] | typeof UNCHANGED
  readonly outbox?: readonly OutboxMessage[]
  /** People whose own pages this touches. */
  readonly people?: readonly UserId[]
  /** Slices whose pages show this, besides the one of what it records. */
  readonly shownBy?: readonly Slice[]
}

/** Said on purpose by a command that found everything as it was asked to be. */
export const UNCHANGED = 'unchanged'

export interface Command<Schema extends z.ZodType<InOrganization>, Result> {
  readonly kind: 'command'
  readonly permission: PermissionFor<z.output<Schema>>
  readonly records: AuditAction
  readonly input: Schema
  /** Without it, a command at an archived project is refused with `project-archived`. */
  readonly evenArchived?: true
  /** What waits for the network, such as name servers: asked before the transaction, of callers who may. Throws refusals. */
  readonly before?: (instance: Instance, input: z.output<Schema>) => Promise<void>
  run(context: CommandContext & AtProjectOf<z.output<Schema>>, input: z.output<Schema>): Promise<Done<Result>>
}

/** Declares what a person may do in an organization: the permission it needs, what it records, and the change. */
export function command<Schema extends z.ZodType<InOrganization>, Result>(
  spec: Omit<Command<Schema, Result>, 'kind'>,
): Command<Schema, Result> {
  return { kind: 'command', ...spec }
}

/** Authorize, act, audit, enqueue: one transaction, in this order, for every door. */
export async function execute<Schema extends z.ZodType<InOrganization>, Result>(
  spec: Command<Schema, Result>,
  call: Call,
  input: z.output<Schema>,
): Promise<Result> {
  if (spec.before) {
    await authorize(call.reader, call, asks(spec.permission, input))
    await spec.before(call.instance, input)
  }
  const change = call.newId('chg')
  const { done, organization } = await call.writer.run(async (tx) => {
    const context = await contextOf(tx, call, spec, input, change)
    const organization = context.organization.id
    const before = call.repeat && (await answeredBefore(tx, call.repeat))
    if (before) return { done: answered<Result>(before.answer), organization }
    await call.precondition?.(tx)
    const done = await spec.run({ ...context, ...atProject<z.output<Schema>>(context) }, input)
    await settle(call, spec.records, context, done)
    await call.afterwards?.(tx, done.result)
    if (call.repeat) await keepAnswer(tx, call.repeat, call.now, done.result)
    return { done, organization }
  }, change)
  if (done.audit !== UNCHANGED) publish(call, organization, spec.records, done)
  return done.result
}

/** What this very command answered, as it was kept. */
function answered<Result>(kept: unknown): Done<Result> {
  return { result: kept as Result, audit: UNCHANGED }
}

/** One item of a bulk command: done, with its entry, or refused, with the reason. */
export type ItemDone<Result> =
  | {
      readonly result: Result
      readonly audit: Done<unknown>['audit']
      readonly outbox?: readonly OutboxMessage[]
      readonly people?: readonly UserId[]
      readonly shownBy?: readonly Slice[]
    }
  | { readonly refusal: Refusal }

/** What the caller of a bulk command gets for each item, in the order given. */
export type ItemOutcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly refusal: { readonly code: Refusal['code']; readonly message: string } }

export interface BulkCommand<Schema extends z.ZodType<InOrganization>, Item, Result> {
  readonly kind: 'bulk'
  readonly permission: PermissionFor<z.output<Schema>>
  readonly records: AuditAction
  readonly input: Schema
  readonly evenArchived?: true
  /** The items within the input, each of which gets an outcome of its own. */
  items(input: z.output<Schema>): readonly Item[]
  /** Does a chunk of the items, answering for each in order. */
  run(
    context: CommandContext & AtProjectOf<z.output<Schema>>,
    input: z.output<Schema>,
    items: readonly Item[],
  ): Promise<readonly ItemDone<Result>[]>
}

/** Declares a change to many things at once: one outcome per item, never all or nothing by accident. */
export function bulkCommand<Schema extends z.ZodType<InOrganization>, Item, Result>(
  spec: Omit<BulkCommand<Schema, Item, Result>, 'kind'>,
): BulkCommand<Schema, Item, Result> {
  return { kind: 'bulk', ...spec }
}

/** A bug met a bulk command after some of it was committed; the caller must not be told that nothing was changed. */
export class PartlyDone extends Error {
  constructor(done: number, of: number, cause: unknown) {
    super(`a bulk command failed after ${done} of ${of}`, { cause })
  }
}

/** Blocks the loop for some three milliseconds; others are served between two chunks. More is hardly faster. */
const CHUNK = 100

/**
 * Runs a bulk command in chunks, each a transaction that authorizes anew: a right lost half-way refuses what is
 * left, item by item, and what was done stays done and is answered.
 */
export async function executeBulk<Schema extends z.ZodType<InOrganization>, Item, Result>(
  spec: BulkCommand<Schema, Item, Result>,
  call: Call,
  input: z.output<Schema>,
): Promise<readonly ItemOutcome<Result>[]> {
  const items = spec.items(input)
  const change = call.newId('chg')
  const outcomes: ItemOutcome<Result>[] = []
  if (call.repeat) {
    // Whoever may not any more is not told what was answered before, either.
    await authorize(call.reader, call, asks(spec.permission, input))
    const before = await outcomesBefore<ItemOutcome<Result>>(call.reader, call.repeat)
    if (before.finished) return before.outcomes
    outcomes.push(...before.outcomes)
  }
  while (outcomes.length < items.length || outcomes.length === 0) {
    try {
      const chunk = items.slice(outcomes.length, outcomes.length + CHUNK)
      const last = outcomes.length + chunk.length === items.length
      const part = { items: chunk, first: outcomes.length, last }
      outcomes.push(...(await executeChunk(spec, call, input, part, change)))
      if (chunk.length === 0) break
    } catch (reason) {
      if (outcomes.length === 0) throw reason
      if (!(reason instanceof Refusal)) throw new PartlyDone(outcomes.length, items.length, reason)
      outcomes.push(...items.slice(outcomes.length).map(() => outcome<Result>({ refusal: reason })))
    }
  }
  return outcomes
}

async function executeChunk<Schema extends z.ZodType<InOrganization>, Item, Result>(
  spec: BulkCommand<Schema, Item, Result>,
  call: Call,
  input: z.output<Schema>,
  { items, first, last }: { readonly items: readonly Item[]; readonly first: number; readonly last: boolean },
  change: ChangeId,
): Promise<readonly ItemOutcome<Result>[]> {
  const { done, organization } = await call.writer.run(async (tx) => {
    const context = await contextOf(tx, call, spec, input, change)
    if (first === 0) await call.precondition?.(tx)
    const done = await spec.run({ ...context, ...atProject<z.output<Schema>>(context) }, input, items)
    const changed = done.filter((item) => 'result' in item)
    await settle(call, spec.records, context, {
      audit: changed.flatMap((item) => (item.audit === UNCHANGED ? [] : item.audit)),
      outbox: changed.flatMap((item) => item.outbox ?? []),
    })
    const [only] = changed
    if (only && first === 0 && last && items.length === 1) await call.afterwards?.(tx, only.result)
    // What was refused altogether did nothing, and may simply be tried again.
    const refused = first === 0 && last && done.every((item) => 'refusal' in item)
    if (call.repeat && !refused)
      await keepOutcomes(tx, call.repeat, call.now, { first, outcomes: done.map(outcome), last })
    return { done, organization: context.organization.id }
  }, change)
  const changed = done.flatMap((item) => ('result' in item && item.audit !== UNCHANGED ? [item] : []))
  if (changed.length > 0) {
    publish(call, organization, spec.records, {
      people: changed.flatMap((item) => item.people ?? []),
      shownBy: changed.flatMap((item) => item.shownBy ?? []),
    })
  }
  return done.map(outcome)
}

type Authorization = CommandContext & Authorized

async function contextOf<Input extends InOrganization>(
  tx: Transaction,
  call: Call,
  { permission, evenArchived }: { readonly permission: PermissionFor<Input>; readonly evenArchived?: true },
  input: Input,
  change: ChangeId,
): Promise<Authorization> {
  const { now, newId, links, instance, downloads } = call
  const authorized = await authorize(tx, call, asks(permission, input))
  if (authorized.project && !evenArchived) orThrow(mayChangeProject(authorized.project))
  return { tx, now, newId, newKey, links, instance, downloads, change, ...authorized }
}

function publish(
  { changes }: Call,
  organization: OrganizationId,
  records: AuditAction,
  { people = [], shownBy = [] }: Pick<Done<unknown>, 'people' | 'shownBy'>,
): void {
  for (const slice of new Set([sliceOf(records), ...shownBy]))
    changes.publish({ slice, organization, people })
}

async function settle(
  { newId, now }: Call,
  action: AuditAction,
  { tx, actor, organization, allowedBy, change }: Authorization,
  { audit, outbox }: Settled,
): Promise<void> {
  if (audit !== UNCHANGED) {
    const frame = {
      chain: organization.id,
      action,
      at: now,
      actor: auditActor(actor),
      allowedBy: allowedBy.id,
      change,
    }
    await recordAudit(tx, newId, frame, 'target' in audit ? [audit] : audit)
  }
  if (outbox) await enqueue(tx, newId, now, organization.id, outbox)
}

interface Settled {
  readonly audit: Done<unknown>['audit'] | readonly AuditFacts[]
  readonly outbox?: readonly OutboxMessage[]
}

function outcome<Result>(item: ItemDone<Result>): ItemOutcome<Result> {
  return 'refusal' in item
    ? { ok: false, refusal: { code: item.refusal.code, message: item.refusal.message } }
    : { ok: true, result: item.result }
}
