import {
  type AssignmentId,
  GROUND_WORDS,
  type InvitationId,
  live,
  mayAssign,
  orThrow,
  type ProjectId,
  Refusal,
  type RequestGround,
  type RoleId,
  type RoleLevel,
} from '@roster/domain'
import { beginAssignment, endAssignment } from '../assignments/store.ts'
import type { AuditFacts } from '../platform/audit.ts'
import type { Slice } from '../platform/changes.ts'
import type { CommandContext } from '../platform/command.ts'
import type { OutboxMessage } from '../platform/outbox.ts'
import { projectOf } from '../platform/project.ts'
import { type Role, type RoleRef, rolesAt } from '../roles/store.ts'
import { requestAnsweredMail } from './mail.ts'
import { memberOf } from './place.ts'
import type { StoredRequest } from './store.ts'

/** How a request is approved. */
export interface Approval {
  readonly request: StoredRequest
  readonly role: RoleId
  readonly ground: RequestGround
  readonly message: string | null
}

/** What an approval gave, and what tells of it. */
export interface Given {
  readonly role: RoleRef
  readonly invitation: InvitationId | null
  readonly assignment: AssignmentId | null
  readonly audit: readonly AuditFacts[]
  readonly outbox: readonly OutboxMessage[]
  readonly shownBy: readonly Slice[]
}

/** A live role of this level. Refuses with `not-found`, and `role-level-mismatch` for one of the other. */
export async function roleOf(
  { tx, organization }: Pick<CommandContext, 'tx' | 'organization'>,
  level: RoleLevel,
  id: RoleId,
): Promise<Role> {
  const role = (await rolesAt(tx, organization, level)).find((one) => one.id === id)
  if (role) return role
  const other = await rolesAt(tx, organization, level === 'project' ? 'organization' : 'project')
  throw new Refusal(other.some((one) => one.id === id) ? 'role-level-mismatch' : 'not-found', {
    field: 'role',
  })
}

/** The reason that stays with what is given. */
export function reasonFor(ground: RequestGround): string {
  return `Approved request: ${GROUND_WORDS[ground].label.toLowerCase()}`
}

/**
 * Gives a member the role in the project they asked for, at once. Refuses as `mayAssign` says, with `must-be-member`
 * when they have left, and `nothing-to-request` when they hold a role there already.
 */
export async function giveAssignment(
  context: CommandContext,
  { request, role: asked, ground, project: id }: Approval & { readonly project: ProjectId },
): Promise<Given> {
  const { tx, newId, organization, actor, held, now } = context
  const project = await projectOf(tx, { organization: organization.id, held }, id)
  const role = await roleOf(context, 'project', asked)
  const member = await memberOf(tx, organization, request.user)
  const reason = reasonFor(ground)
  orThrow(
    mayAssign({
      held,
      subject: 'member',
      isMember: member !== null,
      own: request.user === actor.id,
      project,
      from: null,
      to: role,
      expiresAt: null,
      reason,
      policies: organization.policies,
      now,
    }),
  )
  if (!member) throw new Refusal('must-be-member')
  const before = await tx
    .selectFrom('assignment')
    .select(['id', 'since', 'until', 'expires_at'])
    .where('organization_id', '=', organization.id)
    .where('member_id', '=', member)
    .where('project_id', '=', id)
    .where('until', 'is', null)
    .executeTakeFirst()
  if (before) {
    if (live({ ...before, expiresAt: before.expires_at }, now)) throw new Refusal('nothing-to-request')
    await endAssignment(tx, { organization: organization.id, assignment: before.id, by: actor.id, now })
  }
  const assignment = await beginAssignment(tx, newId, {
    organization: organization.id,
    subject: { member },
    role: role.id,
    project: id,
    reason,
    by: actor.id,
    now,
  })
  return {
    role,
    invitation: null,
    assignment,
    audit: [
      {
        action: 'assignment.given',
        target: { kind: 'user', id: request.user },
        facts: { member, assignment, project: id, role: role.id, role_name: role.name, request: request.id },
      },
    ],
    outbox: [requestAnsweredMail(request.id)],
    shownBy: ['assignments', 'projects'],
  }
}
