import { mayGrant, orThrow, Refusal } from '@roster/domain'
import { endMembership } from '../members/store.ts'
import { command, UNCHANGED } from '../platform/command.ts'
import { theAccount } from './input.ts'
import { accountFound, isRemoved } from './store.ts'

/**
 * Ends a service account at once, with everything it holds and every key of it; there is no way back, and once more
 * changes nothing. Refuses with
 * `beyond-your-own` for one that holds more than the caller, `not-yourself` by its own key, and `not-found`.
 */
export const removeServiceAccount = command({
  permission: 'keys.manage',
  records: 'service-account.removed',
  input: theAccount,
  async run({ tx, organization, actor, member, held, now }, { serviceAccount: id }) {
    if (await isRemoved(tx, organization.id, id)) return { result: {}, audit: UNCHANGED }
    const { row, role } = await accountFound(tx, organization, id, now)
    if (row.member === member) throw new Refusal('not-yourself')
    orThrow(mayGrant(held, role.permissions))
    await endMembership(tx, { organization: organization.id, member: row.member, by: actor.id, now })
    return {
      result: {},
      audit: {
        target: { kind: 'service-account', id },
        facts: { member: row.member, role: role.id, role_name: role.name, keys: row.keys },
      },
      shownBy: ['keys', 'roles', 'projects'],
    }
  },
})
