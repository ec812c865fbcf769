import type { UserId } from '@roster/domain'
import type { Changes } from '../platform/changes.ts'

/** Open pages of one person; a browser needs one each, and nobody needs more than these. */
export const MOST_STREAMS = 10

const streams = new WeakMap<Changes, Map<UserId, Set<AbortController>>>()

/**
 * Admits one more stream of this person and answers the signal that ends it: when the caller goes, and when the
 * person opens so many that this one is the oldest of too many. `leave` must be called at the end.
 */
export function admit(
  changes: Changes,
  user: UserId,
  caller: AbortSignal | undefined,
): { readonly signal: AbortSignal; leave(): void } {
  const byUser = streams.get(changes) ?? new Map<UserId, Set<AbortController>>()
  streams.set(changes, byUser)
  const own = byUser.get(user) ?? new Set()
  byUser.set(user, own)
  const controller = new AbortController()
  own.add(controller)
  for (const oldest of own) {
    if (own.size <= MOST_STREAMS) break
    own.delete(oldest)
    oldest.abort()
  }
  return {
    signal: caller ? AbortSignal.any([caller, controller.signal]) : controller.signal,
    leave() {
      own.delete(controller)
      if (own.size === 0 && byUser.get(user) === own) byUser.delete(user)
    },
  }
}

/** How many streams this person has open. */
export function streamsOf(changes: Changes, user: UserId): number {
  return streams.get(changes)?.get(user)?.size ?? 0
}
