import { mayGiveAccountRole, mayGiveSilently, mayGrant, nameIdentity, orThrow } from '@roster/domain'
import { Reason } from '../members/input.ts'
import { replaceRole } from '../members/store.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { roleFound } from '../roles/found.ts'
import { AccountDescription, AccountName } from './input.ts'
import { accountFound, refuseTakenAccountName } from './store.ts'

/**
 * Calls a service account differently, describes it, or gives it another role at the organization. Refuses as
 * `mayGiveAccountRole` says, with `beyond-your-own` for one that holds more than the caller, `name-taken`,
 * `reason-required` and `not-found`.
 */
export const updateServiceAccount = command({
  permission: 'keys.manage',
  records: 'service-account.updated',
  input: inOrganization({
    serviceAccount: IdOf('svc'),
    name: AccountName.optional(),
    description: AccountDescription.optional(),
    role: IdOf('rol').optional(),
    reason: Reason.optional(),
  }),
  async run(context, { serviceAccount: id, role: wanted, reason = null, ...given }) {
    const { tx, newId, organization, actor, held, now } = context
    const { row, role: from } = await accountFound(tx, organization, id, now)
    orThrow(mayGrant(held, from.permissions))
    const { name = row.name, description = row.description } = given
    const to = wanted && wanted !== from.id ? await roleFound(tx, organization, wanted) : null
    if (to) {
      const own = row.member === context.member
      orThrow(mayGiveAccountRole({ held, from: from.permissions, to, own }))
      orThrow(mayGiveSilently({ policies: organization.policies, role: to, reason }))
      const change = {
        organization: organization.id,
        member: row.member,
        role: to.id,
        by: actor.id,
        now,
        reason,
      }
      await replaceRole(tx, newId, change)
    }
    const changed = [
      ...(name === row.name ? [] : ['name']),
      ...(description === row.description ? [] : ['description']),
      ...(to ? ['role'] : []),
    ]
    if (changed.length === 0) return { result: {}, audit: UNCHANGED }
    if (name !== row.name) {
      await refuseTakenAccountName(tx, organization.id, name, id)
      await tx.updateTable('user').set({ name }).where('id', '=', row.user).execute()
    }
    await tx
      .updateTable('service_account')
      .set({ description, name_identity: nameIdentity(name) })
      .where('organization_id', '=', organization.id)
      .where('id', '=', id)
      .execute()
    const turned = to && { from_role: from.id, from_name: from.name, to_role: to.id, to_name: to.name }
    return {
      result: {},
      audit: {
        target: { kind: 'service-account', id },
        facts: { member: row.member, changed, ...turned },
      },
      shownBy: ['keys', 'roles'],
    }
  },
})
