import { Refusal } from '@roster/domain'
import { query } from '../platform/query.ts'
import { theAccount } from './input.ts'
import { type ServiceAccount, serviceAccounts } from './item.ts'
import { accountFound } from './store.ts'

/**
 * One service account; what it may do where, and why, is `assignments.effective` of its membership. Refuses with
 * `not-found`, also once it was removed.
 */
export const getServiceAccount = query({
  permission: 'members.read',
  input: theAccount,
  async run(context, { serviceAccount }): Promise<ServiceAccount> {
    const { row } = await accountFound(context.db, context.organization, serviceAccount, context.now)
    const [account] = await serviceAccounts(context, [row])
    if (!account) throw new Refusal('not-found', { field: 'serviceAccount' })
    return account
  },
})
