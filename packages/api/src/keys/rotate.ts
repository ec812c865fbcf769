import {
  type Instant,
  MOST_OVERLAP_HOURS,
  mayEndThen,
  mayRenewKey,
  OVERLAP_HOURS,
  orThrow,
  overlapEnd,
} from '@roster/domain'
import { z } from 'zod'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { refuseOver } from './over.ts'
import { writeSecret } from './secret.ts'
import { callerOf, callersEnd, keyFound } from './store.ts'

/** A new secret, shown this once, and until when the one before it is good. */
export interface Rotated {
  readonly secret: string
  readonly oldSecretUntil: Instant
}

/**
 * Gives a key a new secret; the old one stays good for so many hours, so that whatever uses it can be changed over.
 * One that was left from an earlier rotation ends at once. Refuses as `mayRenewKey` says, with `key-over`,
 * `not-found`, and `key-outlives` where the caller came with a key that ends before this one.
 */
export const rotateKey = command({
  permission: 'organization.read',
  records: 'key.rotated',
  input: inOrganization({
    key: IdOf('key'),
    overlapHours: z.int().min(0).max(MOST_OVERLAP_HOURS).default(OVERLAP_HOURS),
  }),
  async run(context, { key: id, overlapHours }) {
    const { tx, actor, now } = context
    const found = await keyFound(tx, context, id)
    orThrow(mayRenewKey(callerOf(context), found))
    refuseOver(found.row.expires_at, now)
    // Whoever finds a key that ends soon must not be able to stay by another one.
    orThrow(mayEndThen({ expiresAt: found.row.expires_at, callersEnd: await callersEnd(tx, actor), now }))
    const until = overlapEnd(overlapHours, now)
    await tx.deleteFrom('api_key_secret').where('key_id', '=', id).where('until', 'is not', null).execute()
    await tx.updateTable('api_key_secret').set({ until }).where('key_id', '=', id).execute()
    const secret = await writeSecret(context, id)
    return {
      result: { secret, oldSecretUntil: until } satisfies Rotated,
      audit: {
        target: { kind: 'key', id },
        facts: {
          overlap_hours: overlapHours,
          ...(found.row.project_id && { project: found.row.project_id }),
        },
      },
      people: [found.row.user_id],
    }
  },
})
