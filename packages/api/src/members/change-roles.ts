import {
  keepAnOwner,
  type MemberId,
  mayChangeRole,
  mayGiveSilently,
  mayGrant,
  orThrow,
  Refusal,
  type RoleId,
} from '@roster/domain'
import { bulkCommand, type CommandContext, type ItemDone, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import type { RoleRef } from '../roles/store.ts'
import { Members, Reason } from './input.ts'
import { membersChanged } from './listing.ts'
import { replaceRoleUnlisted } from './store.ts'
import { type HeldRole, roleToGive, someOwners, type Target, targetOf } from './target.ts'

export interface ChangedRole {
  readonly member: MemberId
  readonly role: RoleRef
  /** What to ask for to have it as it was. */
  readonly undo: { readonly role: RoleId }
}

/**
 * Gives members another role at the organization. The caller must hold everything the old and the new role allow
 * (`beyond-your-own`); nobody raises themself; an owner remains (`last-owner`); a reason is given where the organization
 * asks for one (`reason-required`). Takes effect with the next call of
 * the person, for permission is read at each one.
 */
export const changeRoles = bulkCommand({
  permission: 'members.update',
  records: 'member.role-changed',
  input: inOrganization({ members: Members, role: IdOf('rol'), reason: Reason.optional() }),
  items: (input) => input.members,
  async run(
    context,
    { role, reason },
    members: readonly MemberId[],
  ): Promise<readonly ItemDone<ChangedRole>[]> {
    const to = orThrow(await roleToGive(context.tx, context.organization, role))
    const outcomes: ItemDone<ChangedRole>[] = []
    for (const member of members) outcomes.push(await changeRole(context, member, to, reason ?? null))
    await membersChanged(
      context.tx,
      outcomes.flatMap((one) => ('result' in one && one.audit !== UNCHANGED ? [one.result.member] : [])),
    )
    return outcomes
  },
})

async function changeRole(
  context: CommandContext,
  member: MemberId,
  to: HeldRole,
  reason: string | null,
): Promise<ItemDone<ChangedRole>> {
  const { tx, newId, organization, actor, now } = context
  const target = await targetOf(tx, organization, member)
  if (target instanceof Refusal) return { refusal: target }
  const from = target.role
  const role = { id: to.id, key: to.key, name: to.name }
  const result = { member, role, undo: { role: from.id } }
  if (from.id === to.id) return { result, audit: UNCHANGED }
  const allowed = await mayGive(context, target, to)
  if (allowed instanceof Refusal) return { refusal: allowed }
  const said = mayGiveSilently({ policies: organization.policies, role: to, reason })
  if (said instanceof Refusal) return { refusal: said }
  await replaceRoleUnlisted(tx, newId, {
    organization: organization.id,
    member,
    role: to.id,
    by: actor.id,
    now,
    reason,
  })
  const facts = { member, from_role: from.id, to_role: to.id, from_name: from.name, to_name: to.name }
  return { result, audit: { target: { kind: 'user', id: target.user }, facts }, people: [target.user] }
}

async function mayGive(context: CommandContext, target: Target, to: HeldRole): Promise<true | Refusal> {
  const { tx, organization, held, member } = context
  const from = target.role
  const change = mayChangeRole({ held, from: from.permissions, to: to.permissions })
  if (change instanceof Refusal) return change
  if (target.member === member) {
    // What they hold through a group or for a time only is not theirs to make their own.
    const own = mayGrant([{ permissions: from.permissions, scope: 'organization' }], to.permissions)
    if (own instanceof Refusal) return own
  }
  if (from.key !== 'owner') return true
  return keepAnOwner(await someOwners(tx, organization.id), {
    member: target.member,
    becomes: to.key === 'owner' ? 'owner' : 'other',
  })
}
