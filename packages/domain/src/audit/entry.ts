import type { ApiKeyId, AssignmentId, AuditEntryId, ChangeId, Instant } from '../ids.ts'
import type { AuditAction } from './actions.ts'
import { canonicalJson, type Json } from './json.ts'

export type AuditActor = {
  /** A person, a service account, Roster itself, or whoever holds the box. */
  readonly kind: 'user' | 'service' | 'system' | 'operator'
  /** The account, or the one by whose rights the box acted; null for Roster itself, and for the box alone. */
  readonly id: string | null
  /** The API key they came with, if they came with one. */
  readonly key?: ApiKeyId
}

export type AuditTarget = { readonly kind: string; readonly id: string }

export type AuditEntry = {
  /** The chain it belongs to: an organization's id, or the name of the one for the whole instance. */
  readonly chain: string
  /** 1, 2, 3 … without gaps in its chain. */
  readonly sequence: number
  readonly id: AuditEntryId
  readonly at: Instant
  readonly action: AuditAction
  readonly actor: AuditActor
  /** The assignment that allowed it; null where no grant was needed. */
  readonly allowedBy: AssignmentId | null
  readonly target: AuditTarget | null
  /** What the same call recorded has the same one; undoing takes back what began and ended with it. */
  readonly change: ChangeId
  /** Before and after, and what else people need to understand it; never a secret. */
  readonly facts: Json
}

/**
 * The text of an entry that the chain hashes: RFC 8785 canonical JSON of exactly these fields, so that anybody
 * can recompute it with stock tools from an export. Columns beside them do not count.
 */
export function canonicalEntry(entry: AuditEntry): string {
  const { chain, sequence, id, at, action, actor, allowedBy, target, change, facts } = entry
  return canonicalJson({
    chain,
    sequence,
    id,
    at,
    action,
    actor: { kind: actor.kind, id: actor.id, ...(actor.key && { key: actor.key }) },
    allowedBy,
    target: target && { kind: target.kind, id: target.id },
    change,
    facts,
  })
}
