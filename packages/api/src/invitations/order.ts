import type { InvitationId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'

export type ListedSort = 'sent' | 'expires' | 'email'
export type Direction = 'asc' | 'desc'

/**
 * A stretch of a sorted list that one index walks. What has no value to sort by is a stretch of its own, in the
 * order of birth: those that never end come after all that do, and those invited by username after all addresses.
 */
export interface Stretch {
  readonly condition: RawBuilder<unknown> | null
  /** The column, or null where only birth orders. */
  readonly key: 'sent_at' | 'expires_at' | 'email' | null
}

/** A row of the list, as far as its order goes. */
export interface Placed {
  readonly id: InvitationId
  readonly key: string | number | null
}

/** The stretches of a list in their order. */
export function stretches(sort: ListedSort, direction: Direction): readonly Stretch[] {
  const ascending = STRETCHES[sort]
  return direction === 'asc' ? ascending : [...ascending].reverse()
}

const STRETCHES: Readonly<Record<ListedSort, readonly Stretch[]>> = {
  sent: [{ condition: null, key: 'sent_at' }],
  expires: [
    { condition: sql`i.expires_at is not null`, key: 'expires_at' },
    { condition: sql`i.expires_at is null`, key: null },
  ],
  email: [
    { condition: sql`i.user_id is null`, key: 'email' },
    { condition: sql`i.user_id is not null`, key: null },
  ],
}

/** The way a list goes if nobody says: the newest first, else what comes first. */
export const usualDirection = (sort: ListedSort): Direction => (sort === 'sent' ? 'desc' : 'asc')

/** The row's place in a stretch, to select. */
export function keyOf({ key }: Stretch): RawBuilder<unknown> {
  return key ? sql`i.${sql.raw(key)}` : sql`null`
}

/** After this row in the walk of a stretch. */
export function beyond({ key }: Stretch, direction: Direction, after: Placed): RawBuilder<unknown> {
  const than = sql.raw(direction === 'asc' ? '>' : '<')
  return key
    ? sql`(i.${sql.raw(key)}, i.id) ${than} (${after.key}, ${after.id})`
    : sql`i.id ${than} ${after.id}`
}

/** The walk of a stretch. */
export function ordered({ key }: Stretch, direction: Direction): RawBuilder<unknown> {
  const way = sql.raw(direction)
  return key ? sql`i.${sql.raw(key)} ${way}, i.id ${way}` : sql`i.id ${way}`
}
