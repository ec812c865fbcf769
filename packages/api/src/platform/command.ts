import {
  type AuditAction,
  type HeldAssignment,
  type Instant,
  type MemberId,
  type NewId,
  type Permission,
  Refusal,
  type UserId,
} from '@roster/domain'
import type { z } from 'zod'
import { type Actor, authorize, type Organization } from './access.ts'
import { type AuditFacts, recordAudit } from './audit.ts'
import type { Call, Instance } from './call.ts'
import { sliceOf } from './changes.ts'
import type { LinkKey } from './links.ts'
import { enqueue, type OutboxMessage } from './outbox.ts'
import type { Transaction } from './writer.ts'

/** Every organization-bound input names its organization, by id or slug. */
export interface InOrganization {
  readonly organization: string
}

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
  readonly links: LinkKey
  readonly instance: Instance
}

/** A change, the entry that tells of it, and the mail that follows. Without an entry it does not compile. */
export interface Done<Result> {
  readonly result: Result
  readonly audit: AuditFacts | readonly [AuditFacts, ...AuditFacts[]] | typeof UNCHANGED
  readonly outbox?: readonly OutboxMessage[]
  /** People whose own pages this touches. */
  readonly people?: readonly UserId[]
}

/** Said on purpose by a command that found everything as it was asked to be. */
export const UNCHANGED = 'unchanged'

export interface Command<Schema extends z.ZodType<InOrganization>, Result> {
  readonly kind: 'command'
  readonly permission: Permission
  readonly records: AuditAction
  readonly input: Schema
  run(context: CommandContext, input: z.output<Schema>): Promise<Done<Result>>
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
  const { writer, actor, now, newId, links, instance } = call
  const { done, organization } = await writer.run(async (tx) => {
    const standing = await authorize(tx, actor, spec.permission, input.organization, now)
    if (!actor) throw new Refusal('not-signed-in')
    call.activity.note(standing.member, actor.id, now)
    const done = await spec.run({ tx, actor, now, newId, links, instance, ...standing }, input)
    await settle(tx, call, spec.records, standing.organization, standing.allowedBy, done)
    return { done, organization: standing.organization.id }
  })
  if (done.audit !== UNCHANGED) {
    call.changes.publish({ slice: sliceOf(spec.records), organization, people: done.people ?? [] })
  }
  return done.result
}

/** One item of a bulk command: done, with its entry, or refused, with the reason. */
export type ItemDone<Result> =
  | {
      readonly result: Result
      readonly audit: Done<unknown>['audit']
      readonly outbox?: readonly OutboxMessage[]
      readonly people?: readonly UserId[]
    }
  | { readonly refusal: Refusal }

/** What the caller of a bulk command gets for each item, in the order given. */
export type ItemOutcome<Result> =
  | { readonly ok: true; readonly result: Result }
  | { readonly ok: false; readonly refusal: { readonly code: Refusal['code']; readonly message: string } }

export interface BulkCommand<Schema extends z.ZodType<InOrganization>, Item, Result> {
  readonly kind: 'bulk'
  readonly permission: Permission
  readonly records: AuditAction
  readonly input: Schema
  /** The items within the input, each of which gets an outcome of its own. */
  items(input: z.output<Schema>): readonly Item[]
  /** Does a chunk of the items, answering for each in order. */
  run(
    context: CommandContext,
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

/** Blocks the loop for some seven milliseconds; others are served between two chunks. */
const CHUNK = 250

/** Runs a bulk command in chunks, each a transaction that authorizes anew, so that a right lost half-way ends it. */
export async function executeBulk<Schema extends z.ZodType<InOrganization>, Item, Result>(
  spec: BulkCommand<Schema, Item, Result>,
  call: Call,
  input: z.output<Schema>,
): Promise<readonly ItemOutcome<Result>[]> {
  const { writer, actor, now, newId, links, instance } = call
  const items = spec.items(input)
  const outcomes: ItemOutcome<Result>[] = []
  for (let from = 0; from < items.length || from === 0; from += CHUNK) {
    const { done, organization } = await writer.run(async (tx) => {
      const standing = await authorize(tx, actor, spec.permission, input.organization, now)
      if (!actor) throw new Refusal('not-signed-in')
      call.activity.note(standing.member, actor.id, now)
      const context = { tx, actor, now, newId, links, instance, ...standing }
      const done = await spec.run(context, input, items.slice(from, from + CHUNK))
      const changed = done.filter((item) => 'result' in item)
      await settle(tx, call, spec.records, standing.organization, standing.allowedBy, {
        audit: changed.flatMap((item) => (item.audit === UNCHANGED ? [] : item.audit)),
        outbox: changed.flatMap((item) => item.outbox ?? []),
      })
      return { done, organization: standing.organization.id }
    })
    const people = done.flatMap((item) => ('result' in item ? (item.people ?? []) : []))
    if (done.some((item) => 'result' in item && item.audit !== UNCHANGED)) {
      call.changes.publish({ slice: sliceOf(spec.records), organization, people })
    }
    outcomes.push(...done.map(outcome))
  }
  return outcomes
}

async function settle(
  tx: Transaction,
  call: Call,
  action: AuditAction,
  organization: Organization,
  allowedBy: HeldAssignment,
  done: {
    readonly audit: Done<unknown>['audit'] | readonly AuditFacts[]
    readonly outbox?: readonly OutboxMessage[]
  },
): Promise<void> {
  if (done.audit !== UNCHANGED) {
    const frame = {
      chain: organization.id,
      action,
      at: call.now,
      actor: call.actor?.id ?? null,
      allowedBy: allowedBy.id,
    }
    await recordAudit(tx, call.newId, frame, 'target' in done.audit ? [done.audit] : done.audit)
  }
  if (done.outbox) await enqueue(tx, call.newId, call.now, organization.id, done.outbox)
}

function outcome<Result>(item: ItemDone<Result>): ItemOutcome<Result> {
  return 'refusal' in item
    ? { ok: false, refusal: { code: item.refusal.code, message: item.refusal.message } }
    : { ok: true, result: item.result }
}
