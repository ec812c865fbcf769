import {
  type ApiKeyId,
  AUDIT_ACTIONS,
  type AuditAction,
  type AuditEntryId,
  type ChangeId,
  type Instant,
  isId,
  type OrganizationId,
  Refusal,
} from '@roster/domain'
import { z } from 'zod'
import type { AuditValue } from '../platform/audit.ts'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { IdOf, inOrganization, Moment, Paging } from '../platform/input.ts'
import { listed } from '../platform/listed.ts'
import type { Person } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import type { RoleRef } from '../roles/store.ts'
import { type Labels, labelsFor, textsIn } from './labels.ts'
import { type StoredEntry, storedEntry } from './stored-entry.ts'
import { type AuditFilter, isFiltered, walk } from './walk.ts'

/** An entry of the trail with the names of today; the ids are what was recorded. */
export interface AuditItem {
  readonly sequence: number
  readonly id: AuditEntryId
  readonly at: Instant
  readonly action: AuditAction
  /** Null when Roster itself did it, or the operator alone. */
  readonly actor: Person | null
  /** Set when whoever holds the box did it, by the rights of the actor if there is one. */
  readonly byOperator?: true
  /** The API key it came with; null for whoever did it in person. */
  readonly key: { readonly id: ApiKeyId; readonly name: string } | null
  readonly target: {
    readonly kind: string
    readonly id: string
    readonly label: string | null
    readonly person: Person | null
  } | null
  readonly facts: Readonly<Record<string, AuditValue>>
  /** What the ids among the facts are called. */
  readonly labels: Readonly<Record<string, string>>
  /** The role by which it was allowed; null where no grant was needed. */
  readonly allowedBy: { readonly role: RoleRef } | null
  /** What one call did; null for entries from before calls were marked. */
  readonly change: ChangeId | null
  readonly hash: string
}

export interface AuditPage {
  readonly items: readonly AuditItem[]
  readonly total: number
  /** Counting filtered entries stops at a thousand. */
  readonly totalIsCapped: boolean
  readonly nextCursor: string | null
  readonly page: number
}

const COUNT_AT_MOST = 1_000
/** How many entries counting looks at, at the most. */
const LOOK_AT_MOST = 5_000

/** The trail, newest first, by page or cursor. Refuses with `cursor-invalid` for the cursor of another list. */
export const listAudit = query({
  permission: 'audit.read',
  input: inOrganization({
    ...Paging,
    person: IdOf('usr').optional(),
    action: z.enum(AUDIT_ACTIONS).optional(),
    from: Moment.optional(),
    to: Moment.optional(),
  }),
  async run({ db, organization }, { page, pageSize, cursor, person, action, from, to }): Promise<AuditPage> {
    const chain = organization.id
    const filter: AuditFilter = { person, action, from, to }
    const list = ['audit', chain, person ?? null, action ?? null, from ?? null, to ?? null]
    const after = cursor === undefined ? null : sequenceIn(placeOf(list, cursor))
    const skip = cursor === undefined ? (page - 1) * pageSize : 0
    const { total, totalIsCapped } = await count(db, chain, filter)
    const found = await sequences(db, chain, filter, after, skip, pageSize + 1)
    const shown = found.slice(0, pageSize)
    const items = await itemsOf(db, organization, shown)
    const last = shown.at(-1)
    const nextCursor = found.length > pageSize && last !== undefined ? cursorAt(list, [last]) : null
    return { items, total, totalIsCapped, nextCursor, page }
  },
})

function sequenceIn([sequence]: readonly (string | number | null)[]): number {
  if (typeof sequence !== 'number' || !Number.isSafeInteger(sequence)) throw new Refusal('cursor-invalid')
  return sequence
}

async function sequences(
  db: Reads,
  chain: OrganizationId,
  filter: AuditFilter,
  after: number | null,
  skip: number,
  wanted: number,
): Promise<readonly number[]> {
  if (!isFiltered(filter)) {
    // Without gaps, the place of a page is arithmetic.
    const { last } = await ends(db, chain)
    const newest = (after === null ? last : after - 1) - skip
    const rows = await db
      .selectFrom('audit_entry')
      .select('sequence')
      .where('chain', '=', chain)
      .where('sequence', '<=', newest)
      .orderBy('sequence', 'desc')
      .limit(wanted)
      .execute()
    return rows.map((row) => row.sequence)
  }
  const found: number[] = []
  let passed = 0
  for await (const sequence of walk(db, chain, filter, after)) {
    if (passed++ < skip) continue
    found.push(sequence)
    if (found.length === wanted) break
  }
  return found
}

async function count(db: Reads, chain: OrganizationId, filter: AuditFilter) {
  if (!isFiltered(filter)) {
    const { first, last } = await ends(db, chain)
    return { total: last === 0 ? 0 : last - first + 1, totalIsCapped: false }
  }
  let total = 0
  let complete = false
  const walked = walk(db, chain, filter, null, LOOK_AT_MOST)
  while (total < COUNT_AT_MOST) {
    const next = await walked.next()
    if (next.done) {
      complete = next.value
      break
    }
    total += 1
  }
  return { total, totalIsCapped: !complete }
}

async function ends(db: Reads, chain: OrganizationId): Promise<{ first: number; last: number }> {
  const sequences = db.selectFrom('audit_entry').select('sequence').where('chain', '=', chain).limit(1)
  const first = await sequences.orderBy('sequence').executeTakeFirst()
  const last = await sequences.orderBy('sequence', 'desc').executeTakeFirst()
  return { first: first?.sequence ?? 0, last: last?.sequence ?? 0 }
}

async function itemsOf(
  db: Reads,
  organization: { readonly id: OrganizationId; readonly name: string },
  sequences: readonly number[],
): Promise<readonly AuditItem[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['sequence', 'entry', 'hash'])
    .where('chain', '=', organization.id)
    .where('sequence', 'in', listed(sequences))
    .execute()
  const entries = new Map(rows.map((row) => [row.sequence, { ...row, ...storedEntry(row.entry) }]))
  const labels = await labelsFor(db, organization, [...entries.values()])
  return sequences.flatMap((sequence) => {
    const entry = entries.get(sequence)
    return entry ? [item(entry, labels)] : []
  })
}

function item(entry: StoredEntry & { sequence: number; hash: string }, labels: Labels): AuditItem {
  const { sequence, id, at, action, actor, key, byOperator, target, facts, allowedBy, change, hash } = entry
  const role = allowedBy ? labels.allowedBy.get(allowedBy) : undefined
  const named = textsIn(facts).flatMap((text) => {
    const name = labels.names.get(text)
    return name === undefined ? [] : [[text, name] as const]
  })
  return {
    sequence,
    id,
    at,
    action,
    actor: actor ? (labels.people.get(actor) ?? null) : null,
    ...(byOperator && { byOperator }),
    key: key && { id: key, name: labels.names.get(key) ?? key },
    target: target && {
      kind: target.kind,
      id: target.id,
      label: labels.names.get(target.id) ?? null,
      person: isId('usr', target.id) ? (labels.people.get(target.id) ?? null) : null,
    },
    facts,
    labels: Object.fromEntries(named),
    allowedBy: role ? { role } : null,
    change,
    hash,
  }
}
