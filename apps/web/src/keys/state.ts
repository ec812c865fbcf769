import { type Instant, KEY_WARNING_DAYS } from '@roster/domain'
import type { Meaning } from '../ui/meaning.ts'
import type { ListedKey } from './types.ts'

const DAY = 86_400_000

/** What stands beside the name of a key, the worst first; none where it simply works. */
export function marksOf(
  key: Pick<ListedKey, 'roleEnded' | 'expired' | 'expiresAt' | 'lastUsedAt' | 'oldSecretUntil'>,
  now: Instant,
): readonly { label: string; meaning?: Meaning }[] {
  if (key.roleEnded) return [{ label: 'Role deleted', meaning: 'danger' }]
  if (key.expired) return [{ label: 'Expired', meaning: 'danger' }]
  const soon = key.expiresAt !== null && key.expiresAt <= now + KEY_WARNING_DAYS * DAY
  return [
    ...(soon ? [{ label: 'Expires soon', meaning: 'warning' } as const] : []),
    ...(key.oldSecretUntil === null ? [] : [{ label: 'Two secrets', meaning: 'info' } as const]),
    ...(key.lastUsedAt === null ? [{ label: 'Never used' }] : []),
  ]
}
