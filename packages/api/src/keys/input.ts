import {
  DAY,
  type Instant,
  isPermission,
  KEY_EXPIRY_DAYS,
  keyName,
  MOST_KEY_DAYS,
  Refusal,
} from '@roster/domain'
import { z } from 'zod'
import { IdOf, inOrganization, Moment, ruled } from '../platform/input.ts'
import { PermissionNames } from '../roles/input.ts'

/** A key of an organization, by its id. */
export const theKey = inOrganization({ key: IdOf('key') })

/** What people call a key. */
export const KeyName = ruled(keyName)

/** What a key is to be allowed of what its role allows; unknown words are refused by the rule. */
export const Scopes = PermissionNames.transform((names, context) => {
  const unknown = names.find((name) => !isPermission(name))
  if (unknown === undefined) return names.filter(isPermission)
  const refusal = new Refusal('invalid-input', {
    field: 'permissions',
    reason: 'there is an unknown permission',
  })
  context.addIssue({ code: 'custom', message: refusal.message, params: { refusal } })
  return z.NEVER
})

/** When a key ends: a moment, or in so many days. Null is never. */
export const End = {
  expiresAt: Moment.nullable().optional(),
  expiryDays: z.int().min(1).max(MOST_KEY_DAYS).nullable().optional(),
}

/** The moment that is meant; undefined where nothing is said. Refuses with `invalid-input` for two answers. */
export function endOf(
  {
    expiresAt,
    expiryDays,
  }: { readonly expiresAt?: Instant | null | undefined; readonly expiryDays?: number | null | undefined },
  now: Instant,
): Instant | null | undefined {
  if (expiresAt !== undefined && expiryDays !== undefined)
    throw new Refusal('invalid-input', {
      field: 'expiresAt',
      reason: 'say a moment or a number of days, not both',
    })
  if (typeof expiryDays === 'number') return now + expiryDays * DAY
  return expiresAt === undefined ? expiryDays : expiresAt
}

/** When a key ends that nobody said anything about. */
export function usualEnd(now: Instant): Instant {
  return now + KEY_EXPIRY_DAYS * DAY
}
