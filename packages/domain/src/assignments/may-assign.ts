import { mayGiveOneself } from '../groups/membership.ts'
import type { Instant, ProjectId } from '../ids.ts'
import { mayGiveSilently, type OrganizationPolicies } from '../organizations/policies.ts'
import { mayChangeProject, mustBeOrganizationMember } from '../projects/project.ts'
import { Refusal } from '../refusal.ts'
import type { BuiltInKey } from '../roles/built-in.ts'
import { decide, type HeldAssignment, mayChangeRole } from '../roles/decide.ts'
import type { RoleLevel } from '../roles/level.ts'
import type { Permission } from '../roles/permissions.ts'
import { mayHoldThroughGroup } from '../roles/role.ts'

/** A role as it is given or taken away: with what it allows under today's policies. */
export type AssignableRole = {
  readonly level: RoleLevel
  readonly key: BuiltInKey | null
  readonly name: string
  readonly permissions: ReadonlySet<Permission>
}

/** Somebody wants a subject to hold `to` at a scope from now on, instead of `from`. */
export type Assigning = {
  /** What the caller holds in the organization at this moment. */
  readonly held: readonly HeldAssignment[]
  readonly subject: 'member' | 'group'
  /** Whether a member is one still; of groups, true. */
  readonly isMember: boolean
  /** Whether the caller would hold it themself: they are the subject, or in it. */
  readonly own: boolean
  /** Null at the organization. */
  readonly project: { readonly id: ProjectId; readonly archivedAt: Instant | null } | null
  /** What the subject holds there now, live; null for nothing. */
  readonly from: AssignableRole | null
  /** Null takes away what is held. */
  readonly to: AssignableRole | null
  /** When `to` ends by itself; null for never. */
  readonly expiresAt: Instant | null
  readonly reason: string | null
  readonly policies: Pick<OrganizationPolicies, 'requireReason'>
  readonly now: Instant
}

/**
 * Whether this may be assigned: the assignment of the caller that allows it, or why not. One rule for every door:
 * `not-permitted`, `project-archived`, `must-be-member` (C4), `role-level-mismatch`, `owner-through-group`,
 * `expiry-in-the-past`, `reason-required`, and `beyond-your-own` for a role given or taken away that the caller does
 * not hold there (D29), also when they would make lasting for themself what they hold through a group or for a
 * time only. Everybody in the organization has a role there, without an end: `invalid-input` names what is wrong.
 */
export function mayAssign(asked: Assigning): HeldAssignment | Refusal {
  const { held, project, from, to } = asked
  const allowedBy = decide(held, project ? 'project.members.manage' : 'members.update', project?.id)
  if (allowedBy instanceof Refusal) return allowedBy
  const refusal =
    (project && refusing(mayChangeProject(project))) ??
    termsRefused(asked) ??
    refusing(
      mayChangeRole({
        held,
        from: from?.permissions ?? [],
        to: to?.permissions ?? [],
        project: project?.id,
      }),
    ) ??
    (to && asked.own
      ? refusing(
          mayGiveOneself(held, [
            { permissions: to.permissions, project: project?.id ?? null, expiresAt: asked.expiresAt },
          ]),
        )
      : null)
  return refusal ?? allowedBy
}

/** What is wrong with what is asked for, whoever asks. */
function termsRefused({ subject, isMember, project, to, expiresAt, ...asked }: Assigning): Refusal | null {
  if (to === null) return subject === 'member' && project === null ? ROLE_AT_ORGANIZATION_STAYS() : null
  const member = mustBeOrganizationMember({ isMember })
  if (member instanceof Refusal) return member
  if (to.level !== (project ? 'project' : 'organization')) {
    return new Refusal('role-level-mismatch', { field: 'role' })
  }
  if (subject === 'group') {
    const throughGroup = mayHoldThroughGroup(to)
    if (throughGroup instanceof Refusal) return throughGroup
  }
  if (expiresAt !== null) {
    if (subject === 'member' && project === null) return ROLE_AT_ORGANIZATION_LASTS()
    if (expiresAt <= asked.now) return new Refusal('expiry-in-the-past', { field: 'expiresAt' })
  }
  return refusing(mayGiveSilently({ policies: asked.policies, role: to, reason: asked.reason }))
}

const refusing = (answer: true | Refusal): Refusal | null => (answer === true ? null : answer)

const ROLE_AT_ORGANIZATION_STAYS = () =>
  new Refusal('invalid-input', {
    field: 'role',
    reason: 'everybody in the organization has a role there, so choose another one or remove the person',
  })
const ROLE_AT_ORGANIZATION_LASTS = () =>
  new Refusal('invalid-input', {
    field: 'expiresAt',
    reason: 'a role at the organization has no end, so put the end on a role in a project',
  })
