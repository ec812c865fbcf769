import {
  type Instant,
  type MemberId,
  mayChangeRole,
  mayGiveOneself,
  mayGiveSilently,
  type OrganizationId,
  orThrow,
  Refusal,
} from '@roster/domain'
import { beginAssignment, endAssignment } from '../assignments/store.ts'
import { Reason } from '../members/input.ts'
import { targetOf } from '../members/target.ts'
import type { AuditFacts } from '../platform/audit.ts'
import { type CommandContext, command } from '../platform/command.ts'
import { IdOf, inProject } from '../platform/input.ts'
import { isPerson } from '../platform/people.ts'
import type { Reads } from '../platform/writer.ts'
import type { Role } from '../roles/store.ts'
import { type At, directlyHeld, type HeldThere } from './holders.ts'
import { builtIn, type ProjectRoles, projectRolesOf, projectRoleToGive } from './roles.ts'

/**
 * Makes another member the owner of a project. What the caller holds there in person becomes `keep`, or ends with
 * null; somebody who holds nothing there in person keeps it so. Refuses with `must-be-member`, `already-owner`,
 * `not-yourself`, `reason-required` and `beyond-your-own`.
 */
export const transferProject = command({
  permission: 'project.transfer',
  records: 'project.transferred',
  input: inProject({
    member: IdOf('mem'),
    keep: IdOf('rol').nullable(),
    reason: Reason.optional(),
  }),
  async run(context, { member, keep, reason = null }) {
    const { tx, organization, project, held, actor } = context
    if (member === context.member) throw new Refusal('not-yourself')
    const target = await targetOf(tx, organization, member)
    if (target instanceof Refusal) throw await notAMember(tx, organization.id, member)
    const roles = await projectRolesOf(tx, organization)
    const owner = builtIn(roles, 'owner')
    const at = { organization: organization.id, project: project.id }
    const kept = keep && (await projectRoleToGive(tx, organization, roles, keep, 'keep'))
    const before = await directlyHeld(tx, at, member)
    const from = before ? (roles.get(before.role) ?? null) : null
    if (from?.key === 'owner' && before?.expires_at === null) throw new Refusal('already-owner')
    orThrow(
      mayChangeRole({ held, from: from?.permissions ?? [], to: owner.permissions, project: project.id }),
    )
    orThrow(mayGiveSilently({ policies: organization.policies, role: owner, reason }))
    const given = await replace(context, { at, member, before, role: owner, expiresAt: null, reason })
    const audit: AuditFacts = {
      target: { kind: 'user', id: target.user },
      facts: {
        project: project.id,
        member,
        assignment: given,
        ...(from && { from_role: from.id, from_name: from.name }),
        to_role: owner.id,
        to_name: owner.name,
      },
    }
    const own = await ownEntry(context, { at, roles, kept })
    return {
      result: { change: context.change },
      audit: own ? [audit, own] : [audit],
      people: [target.user, actor.id],
      shownBy: ['assignments', 'members'],
    }
  },
})

/** Somebody who was a member must become one again; anybody else does not exist here. */
async function notAMember(db: Reads, organization: OrganizationId, member: MemberId): Promise<Refusal> {
  const was = await db
    .selectFrom('member')
    .select('id')
    .where('organization_id', '=', organization)
    .where('id', '=', member)
    .where(isPerson('member.id'))
    .executeTakeFirst()
  return new Refusal(was ? 'must-be-member' : 'not-found', { field: 'member' })
}

interface Change {
  readonly at: At
  readonly member: CommandContext['member']
  readonly before: HeldThere | null
  readonly role: Role | null
  readonly expiresAt: Instant | null
  readonly reason: string | null
}

async function replace(
  { tx, newId, actor, now }: CommandContext,
  { at, member, before, role, ...terms }: Change,
) {
  const by = { organization: at.organization, by: actor.id, now }
  if (before) await endAssignment(tx, { ...by, assignment: before.assignment })
  if (!role) return null
  const given = { ...by, subject: { member }, role: role.id, project: at.project, ...terms }
  return beginAssignment(tx, newId, given)
}

/** What becomes of the caller's own role in the project, if it becomes anything else. */
async function ownEntry(
  context: CommandContext,
  { at, roles, kept }: { at: At; roles: ProjectRoles; kept: Role | null },
): Promise<AuditFacts | null> {
  const { tx, member, held, actor } = context
  const own = await directlyHeld(tx, at, member)
  if (!own || own.role === kept?.id) return null
  if (kept) {
    const { permissions } = kept
    orThrow(mayGiveOneself(held, [{ permissions, project: at.project, expiresAt: own.expires_at }]))
  }
  const terms = { expiresAt: own.expires_at, reason: null }
  const given = await replace(context, { at, member, before: own, role: kept, ...terms })
  const from = { from_role: own.role, from_name: roles.get(own.role)?.name ?? null }
  return {
    action: kept ? 'assignment.changed' : 'assignment.ended',
    target: { kind: 'user', id: actor.id },
    facts: {
      project: at.project,
      member,
      assignment: given ?? own.assignment,
      ...(kept
        ? { ...from, to_role: kept.id, to_name: kept.name }
        : { role: own.role, role_name: from.from_name }),
    },
  }
}
