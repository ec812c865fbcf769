import { type AccessHint, accessHints, IDLE_DAYS, isElevated, roleOrder } from '@roster/domain'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { membersByRole, type RoleRef, rolesAt } from '../roles/store.ts'
import { idleWithRole } from './idle.ts'

const DAY = 86_400_000

/** Where somebody may hold more than they need, and whether a review is due: for the organization's home (D40, D41). */
export const hints = query({
  permission: 'reviews.read',
  input: inOrganization({}),
  async run({ db, organization, now }): Promise<readonly AccessHint<RoleRef>[]> {
    const { since, members } = await db
      .selectFrom('organization as o')
      .innerJoin('organization_total as total', 'total.organization_id', 'o.id')
      .select(['o.since', 'total.members'])
      .where('o.id', '=', organization.id)
      .executeTakeFirstOrThrow()
    const roles = [...(await rolesAt(db, organization, 'organization'))].sort(roleOrder).reverse()
    const holders = await membersByRole(
      db,
      roles.map(({ id }) => id),
    )
    const idle = []
    for (const { id, key, name, terms } of roles) {
      if (!holders.get(id) || !isElevated({ permissions: terms })) continue
      const resting = await idleWithRole(db, organization, id, now - IDLE_DAYS * DAY)
      idle.push({ role: { id, key, name }, ...resting })
    }
    const owner = roles.find(({ key }) => key === 'owner')
    const reviews = db.selectFrom('review').where('organization_id', '=', organization.id)
    const { reviewedAt } = await reviews
      .select(({ fn }) => fn.max('closed_at').as('reviewedAt'))
      .where('state', '=', 'closed')
      .executeTakeFirstOrThrow()
    const open = await reviews.select('id').where('state', '=', 'open').limit(1).executeTakeFirst()
    return accessHints({
      ...{ now, since, members, idle, reviewedAt, reviewing: open !== undefined },
      owners: owner ? (holders.get(owner.id) ?? 0) : 0,
    })
  },
})
