import { type HeldAssignment, type Instant, mayAssign, Refusal } from '@roster/domain'
import type { Organization } from '../platform/access.ts'
import type { Project } from '../platform/project.ts'
import type { Role } from '../roles/store.ts'

/** Why somebody who holds this may not take a role in a project away, as the command would say it; null: they may. */
export function mayTakeAway(
  {
    held,
    organization,
    project,
    now,
  }: {
    readonly held: readonly HeldAssignment[]
    readonly organization: Pick<Organization, 'policies'>
    readonly project: Project
    readonly now: Instant
  },
  role: Role | undefined,
): string | null {
  const allowed = mayAssign({
    held,
    subject: 'member',
    isMember: true,
    own: false,
    project,
    from: role ?? null,
    to: null,
    expiresAt: null,
    reason: null,
    policies: organization.policies,
    now,
  })
  return allowed instanceof Refusal ? allowed.message : null
}
