import type { Instant, MemberId, NewId, OrganizationId } from '@roster/domain'
import type { Transaction } from '../platform/writer.ts'
import type { Term } from './term.ts'

/**
 * Gives a new member what the invitation gives beside the role at the organization (I11), each by whoever gave it.
 * What has ended meanwhile, a project or a term of its own, is left out.
 */
export async function giveToMember(
  tx: Transaction,
  newId: NewId,
  terms: readonly Term[],
  { organization, member, now }: { organization: OrganizationId; member: MemberId; now: Instant },
): Promise<void> {
  const live = terms.filter(
    ({ project, projectEnded, expiresAt }) =>
      project !== null && !projectEnded && (expiresAt === null || now < expiresAt),
  )
  if (live.length === 0) return
  await tx
    .insertInto('assignment')
    .values(
      live.map((term) => ({
        id: newId('asg'),
        organization_id: organization,
        member_id: member,
        group_id: null,
        invitation_id: null,
        role_id: term.role.id,
        project_id: term.project,
        since: now,
        until: null,
        expires_at: term.expiresAt,
        given_by: term.givenBy,
        ended_by: null,
        reason: null,
      })),
    )
    .execute()
}
