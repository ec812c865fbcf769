import { type Permission, Refusal } from '@roster/domain'
import type { ListedKey } from './types.ts'

type Reader = { me: string; permissions: readonly Permission[] }

/** Why the reader may not narrow, rename or end a key; undefined when they may. */
export function whyNotNarrow({ owner }: Pick<ListedKey, 'owner'>, reader: Reader): string | undefined {
  const needed = owner.member === reader.me ? 'keys.create' : 'keys.manage'
  if (reader.permissions.includes(needed)) return undefined
  return new Refusal('not-permitted', { permission: needed }).message
}

/** Why the reader may not have a new secret of it; whether it opens more than they hold only the server knows. */
export function whyNotRotate(key: Pick<ListedKey, 'owner' | 'expired'>, reader: Reader): string | undefined {
  if (key.expired) return new Refusal('key-over').message
  const others = key.owner.kind === 'person' && key.owner.member !== reader.me
  return others ? new Refusal('another-persons-key').message : whyNotNarrow(key, reader)
}

/** Why the reader may not revoke it; one's own may always be. */
export function whyNotRevoke(key: Pick<ListedKey, 'owner'>, reader: Reader): string | undefined {
  return key.owner.member === reader.me ? undefined : whyNotNarrow(key, reader)
}
