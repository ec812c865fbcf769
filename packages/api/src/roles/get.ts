import { IdOf, inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { roleFound } from './found.ts'
import { type ListedRole, listedRole } from './list.ts'
import { NOBODY, totalsByRole } from './store.ts'

/**
 * One role of either level, with what it allows and whether the caller may give it everywhere. Refuses with
 * `not-found`, also for one that was deleted.
 */
export const getRole = query({
  permission: 'organization.read',
  input: inOrganization({ role: IdOf('rol') }),
  async run({ db, organization, held }, { role: id }): Promise<ListedRole> {
    const role = await roleFound(db, organization, id)
    const totals = await totalsByRole(db, organization.id, [id])
    return listedRole(role, totals.get(id) ?? NOBODY, held)
  },
})
