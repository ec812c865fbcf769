import {
  type Instant,
  type MemberId,
  type OrganizationId,
  Refusal,
  type RefusalCode,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import type { RoleRef } from '../roles/store.ts'
import { Members } from './input.ts'
import { mayRemove } from './may-remove.ts'
import { targetOf } from './target.ts'

/** What ending a membership would take with it, and whether the caller may. */
export interface RemovalPreview {
  readonly member: MemberId
  readonly name: string
  readonly role: RoleRef
  /** Projects they were given directly. */
  readonly projects: number
  /** Open invitations they sent; those stay open. */
  readonly invitationsSent: number
  readonly refusal: { readonly code: RefusalCode; readonly message: string } | null
}

/** For the confirmation before members are removed. Those who are no members any more are left out. */
export const removalPreview = query({
  permission: 'members.remove',
  input: inOrganization({ members: Members }),
  async run(context, { members }): Promise<readonly RemovalPreview[]> {
    const { db, organization, now } = context
    const previews: RemovalPreview[] = []
    for (const member of new Set(members)) {
      const target = await targetOf(db, organization, member)
      if (target instanceof Refusal) continue
      const allowed = mayRemove(context, target)
      const { id, key, name } = target.role
      previews.push({
        member,
        name: target.name,
        role: { id, key, name },
        projects: await projectsOf(db, organization.id, member, now),
        invitationsSent: await openInvitationsBy(db, organization.id, target.user),
        refusal: allowed instanceof Refusal ? { code: allowed.code, message: allowed.message } : null,
      })
    }
    return previews
  },
})

async function projectsOf(
  db: Reads,
  organization: OrganizationId,
  member: MemberId,
  now: Instant,
): Promise<number> {
  const { count } = await db
    .selectFrom('assignment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organization_id', '=', organization)
    .where('member_id', '=', member)
    .where('project_id', 'is not', null)
    .where('until', 'is', null)
    .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
    .executeTakeFirstOrThrow()
  return count
}

async function openInvitationsBy(db: Reads, organization: OrganizationId, sender: UserId): Promise<number> {
  const { count } = await db
    .selectFrom('invitation')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organization_id', '=', organization)
    .where('invited_by', '=', sender)
    .where('state', '=', sql.lit('pending'))
    .executeTakeFirstOrThrow()
  return count
}
