import { mayChangeRole, mayGiveSilently, mayTransfer, orThrow, Refusal } from '@roster/domain'
import { z } from 'zod'
import { command } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { rolesAt } from '../roles/store.ts'
import { Reason } from './input.ts'
import { replaceRole } from './store.ts'
import { targetOf } from './target.ts'

/**
 * Makes another member an owner; the caller, who must be one, stays owner or becomes admin. Refuses with
 * `not-permitted`, `already-owner`, `reason-required`, and `not-found` for somebody who is no member.
 */
export const transferOwnership = command({
  permission: 'organization.transfer',
  records: 'member.ownership-transferred',
  input: inOrganization({
    member: IdOf('mem'),
    keep: z.enum(['owner', 'admin']),
    reason: Reason.optional(),
  }),
  async run({ tx, newId, organization, actor, member: own, held, now }, { member, keep, reason = null }) {
    const caller = orThrow(await targetOf(tx, organization, own))
    const target = orThrow(await targetOf(tx, organization, member))
    const roles = await rolesAt(tx, organization, 'organization')
    const owner = roles.find((role) => role.key === 'owner')
    const admin = roles.find((role) => role.key === 'admin')
    if (!owner || !admin) throw new Refusal('not-found', { field: 'role' })
    const owners = [caller, target].filter((one) => one.role.key === 'owner').map((one) => one.member)
    orThrow(mayTransfer({ owners, actor: own, target: member, targetIsMember: true }))
    orThrow(mayChangeRole({ held, from: target.role.permissions, to: owner.permissions }))
    orThrow(mayGiveSilently({ policies: organization.policies, role: owner, reason }))
    const change = { organization: organization.id, by: actor.id, now }
    await replaceRole(tx, newId, { ...change, member, role: owner.id, reason })
    const becomes = keep === 'owner' ? owner : admin
    if (keep === 'admin') await replaceRole(tx, newId, { ...change, member: own, role: admin.id })
    const facts = {
      member,
      from_role: target.role.id,
      from_name: target.role.name,
      to_role: owner.id,
      to_name: owner.name,
      own_member: own,
      own_role: becomes.id,
      own_name: becomes.name,
    }
    return {
      result: {},
      audit: { target: { kind: 'user', id: target.user }, facts },
      people: [target.user, actor.id],
    }
  },
})
