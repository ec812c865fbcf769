import { type Instant, Refusal } from '@roster/domain'

/** Refuses with `key-over` when the key has expired: whoever has its old secret must not come back with it. */
export function refuseOver(expiresAt: Instant | null, now: Instant): void {
  if (expiresAt !== null && expiresAt <= now) throw new Refusal('key-over')
}
