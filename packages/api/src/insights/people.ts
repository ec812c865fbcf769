import { roleOrder } from '@roster/domain'
import { type MembersAt, membersOverTime } from '../organizations/history.ts'
import { inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { membersByRole, type RoleRef, rolesAt } from '../roles/store.ts'
import { type Capped, idleSince, neverActive } from './idle.ts'

/** How many were not active for so many days, those who never were among them. */
export interface Inactive extends Capped {
  readonly days: number
}

export interface PeopleInsights {
  readonly members: number
  /** A point a day, the oldest first, for a year at the most. */
  readonly membersOverTime: readonly MembersAt[]
  /** Least powerful first, without the roles nobody holds. */
  readonly roleMix: readonly { readonly role: RoleRef; readonly members: number }[]
  readonly inactive: readonly Inactive[]
  readonly never: Capped
}

const YEAR = 366
const DAY = 86_400_000
const INACTIVE_FOR = [30, 60, 90] as const

/** Who there is and was, and who rests (D36). From what is kept of each day and role: as cheap among a million. */
export const peopleInsights = query({
  permission: 'members.read',
  input: inOrganization({}),
  async run({ db, organization, now }): Promise<PeopleInsights> {
    const { since, members } = await db
      .selectFrom('organization as o')
      .innerJoin('organization_total as total', 'total.organization_id', 'o.id')
      .select(['o.since', 'total.members'])
      .where('o.id', '=', organization.id)
      .executeTakeFirstOrThrow()
    const roles = [...(await rolesAt(db, organization, 'organization'))].sort(roleOrder)
    const holders = await membersByRole(
      db,
      roles.map(({ id }) => id),
    )
    const inactive: Inactive[] = []
    for (const days of INACTIVE_FOR)
      inactive.push({ days, ...(await idleSince(db, organization, now - days * DAY)) })
    return {
      members,
      membersOverTime: await membersOverTime(db, { id: organization.id, since, members }, now, YEAR),
      roleMix: roles.flatMap(({ id, key, name }) => {
        const held = holders.get(id) ?? 0
        return held > 0 ? [{ role: { id, key, name }, members: held }] : []
      }),
      inactive,
      never: await neverActive(db, organization),
    }
  },
})
