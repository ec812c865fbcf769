import type { OrganizationId, Permission, UserId } from '@roster/domain'
import type { Instance } from '../platform/call.ts'
import type { Reads } from '../platform/writer.ts'
import { isBeforeRoles } from '../roles/before-roles.ts'

/** What the home page suggests to do next. */
export type Suggestion =
  | 'verify-email'
  | 'configure-mail'
  | 'invite-members'
  | 'add-second-owner'
  | 'define-roles'
  | 'review-failed-mail'

interface Circumstances {
  readonly organization: OrganizationId
  readonly user: UserId
  readonly instance: Instance
  readonly members: number
  readonly invitations: number
  readonly owners: number
  readonly undeliverable: number
}

/** What is still to be done and the caller may do, in the order in which it helps. Whatever is done disappears. */
export async function suggestionsFor(
  db: Reads,
  may: (permission: Permission) => boolean,
  { organization, user, instance, members, invitations, owners, undeliverable }: Circumstances,
): Promise<readonly Suggestion[]> {
  const suggested: readonly (readonly [Suggestion, boolean])[] = [
    ['verify-email', instance.mail !== 'none' && !(await isVerified(db, user))],
    ['configure-mail', instance.mail === 'none' && may('organization.update')],
    ['review-failed-mail', undeliverable > 0 && may('invitations.manage')],
    ['invite-members', members + invitations <= 1 && may('invitations.send')],
    ['add-second-owner', owners === 1 && members > 1 && may('organization.transfer')],
    ['define-roles', may('roles.manage') && (await isBeforeRoles(db, organization))],
  ]
  return suggested.flatMap(([suggestion, applies]) => (applies ? [suggestion] : []))
}

async function isVerified(db: Reads, user: UserId): Promise<boolean> {
  const row = await db
    .selectFrom('user')
    .select('email_verified_at')
    .where('id', '=', user)
    .executeTakeFirstOrThrow()
  return row.email_verified_at !== null
}
