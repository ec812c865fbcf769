import { hash } from 'node:crypto'
import {
  type AssignmentId,
  type AuditAction,
  type AuditActor,
  type ChangeId,
  canonicalEntry,
  type Instant,
  type NewId,
  type OrganizationId,
} from '@roster/domain'
import type { NewRow } from './schema.ts'
import type { Reads, Transaction } from './writer.ts'

/** The chain for what happens outside any organization: accounts, sign-in, set-up. */
export const INSTANCE_CHAIN = 'instance'

/** What a command says of itself. Ids and plain values only: personal data must be erasable, the trail is not. */
export interface AuditFacts {
  /** What it was done to; a person is always named by their account. */
  readonly target: {
    readonly kind: AuditTargetKind
    readonly id: string
  } | null
  /** Before and after, reasons, ids of what else was touched; `project` is the one it is about, to filter by. */
  readonly facts?: Readonly<Record<string, AuditValue>>
  /** Instead of the command's own action, where one command does several things. */
  readonly action?: AuditAction
  /** Instead of what allowed the call, where each item is decided by itself. */
  readonly allowedBy?: AssignmentId
}
export const AUDIT_TARGET_KINDS = [
  'user',
  'invitation',
  'role',
  'organization',
  'session',
  'project',
  'group',
  'request',
  'domain',
  'template',
  'review',
  'import',
  'service-account',
  'key',
  'webhook',
] as const
export type AuditTargetKind = (typeof AUDIT_TARGET_KINDS)[number]
export type AuditValue = string | number | boolean | null | readonly string[]

/** What the executor adds: by whom, when, and by which right. */
export interface AuditFrame {
  readonly chain: OrganizationId | typeof INSTANCE_CHAIN
  readonly action: AuditAction
  readonly at: Instant
  readonly actor: AuditActor
  readonly allowedBy: AssignmentId | null
  readonly change: ChangeId
}

/** The hash before the first entry of a chain. */
export const GENESIS = '0'.repeat(64)
/** SQLite takes 32,766 parameters a statement; four a row. */
const ROWS_PER_INSERT = 500

/** Links the next entry to the one before it: SHA-256 over the previous hash, a line feed and the entry, in hex. */
export function link(previous: string, entry: string): string {
  return hash('sha256', `${previous}\n${entry}`)
}

/** Appends entries to their chain, in order, and answers the sequence number of the last one. */
export async function recordAudit(
  tx: Transaction,
  newId: NewId,
  frame: AuditFrame,
  entries: readonly AuditFacts[],
): Promise<number> {
  let { sequence, hash: previous } = await chainHead(tx, frame.chain)
  const rows: NewRow<'audit_entry'>[] = []
  for (const { target, facts, action, allowedBy } of entries) {
    sequence += 1
    const entry = canonicalEntry({
      chain: frame.chain,
      sequence,
      id: newId('aud'),
      at: frame.at,
      action: action ?? frame.action,
      actor: frame.actor,
      allowedBy: allowedBy ?? frame.allowedBy,
      target,
      change: frame.change,
      facts: facts ?? {},
    })
    previous = link(previous, entry)
    rows.push({ chain: frame.chain, sequence, entry, hash: previous })
  }
  for (let from = 0; from < rows.length; from += ROWS_PER_INSERT) {
    await tx
      .insertInto('audit_entry')
      .values(rows.slice(from, from + ROWS_PER_INSERT))
      .execute()
  }
  return sequence
}

/** The last link of a chain. */
export async function chainHead(db: Reads, chain: string): Promise<{ sequence: number; hash: string }> {
  const last = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'hash'])
    .where('chain', '=', chain)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last ?? { sequence: 0, hash: GENESIS }
}
