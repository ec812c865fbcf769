import {
  type ApiKeyId,
  type AssignmentId,
  type AuditAction,
  type AuditEntryId,
  type ChangeId,
  type Instant,
  isAuditAction,
  isId,
  type UserId,
} from '@roster/domain'
import { z } from 'zod'
import type { AuditValue } from '../platform/audit.ts'

/** An entry as read back from its hashed text. */
export interface StoredEntry {
  readonly id: AuditEntryId
  readonly at: Instant
  readonly action: AuditAction
  /** The person or service account that did it; null when it was Roster itself. */
  readonly actor: UserId | null
  /** The API key it came with; null for whoever did it in person. */
  readonly key: ApiKeyId | null
  /** Whoever holds the box did it, by the rights of the actor if there is one. */
  readonly byOperator: boolean
  readonly allowedBy: AssignmentId | null
  readonly target: { readonly kind: string; readonly id: string } | null
  /** What one call did; null for entries from before calls were marked. */
  readonly change: ChangeId | null
  readonly facts: Readonly<Record<string, AuditValue>>
}

const idOf = <P extends 'aud' | 'usr' | 'asg' | 'chg' | 'key'>(prefix: P) =>
  z.string().refine((text): text is `${P}_${string}` => isId(prefix, text))

const Entry = z.object({
  id: idOf('aud'),
  at: z.number(),
  action: z.string().refine(isAuditAction),
  actor: z.object({
    kind: z.string(),
    id: idOf('usr').nullable(),
    key: idOf('key').nullable().default(null),
  }),
  allowedBy: idOf('asg').nullable(),
  target: z.object({ kind: z.string(), id: z.string() }).nullable(),
  change: idOf('chg').nullable().default(null),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
})

/** Reads an entry's text. Throws on one that no Roster has written: that is damage, and `verify` tells where. */
export function storedEntry(text: string): StoredEntry {
  const { actor, ...entry } = Entry.parse(JSON.parse(text))
  return { ...entry, actor: actor.id, key: actor.key, byOperator: actor.kind === 'operator' }
}
