import {
  effectivePermissions,
  type Instant,
  type MemberId,
  type OrganizationId,
  type Permission,
  roleOrder,
} from '@roster/domain'
import { inOrganization } from '../platform/input.ts'
import { isPerson, type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { membersByRole, type RoleRef, rolesAt } from '../roles/store.ts'
import { type MembersAt, membersOverTime } from './history.ts'
import { expiringSoon, undeliverable } from './open-invitations.ts'
import { type Suggestion, suggestionsFor } from './suggestions.ts'

/** The organization's home page. Numbers about invitations are null without the permission to see them. */
export interface Overview {
  readonly suggestions: readonly Suggestion[]
  readonly totals: {
    readonly members: number
    readonly invitations: number | null
    readonly expiringSoon: number | null
    readonly undeliverable: number | null
  }
  /** Least powerful first, without the roles nobody holds. */
  readonly roleMix: readonly { readonly role: RoleRef; readonly members: number }[]
  readonly membersOverTime: readonly MembersAt[]
  /** The latest five; empty without the permission to see members. */
  readonly recentlyJoined: readonly (Person & { readonly member: MemberId; readonly at: Instant })[]
}

const JOINED_SHOWN = 5
/** When nearly everybody who joined lately has left again, the list may be shorter than it could be. */
const JOINED_LOOKED_AT = 200

/** What the home page shows at a glance; as cheap in an organization of a million as in one of ten. */
export const overview = query({
  permission: 'organization.read',
  input: inOrganization({}),
  async run({ db, actor, organization, held, now, instance }): Promise<Overview> {
    const permissions = effectivePermissions(held)
    const may = (permission: Permission) => permissions.has(permission)
    const { since, members, invitations } = await db
      .selectFrom('organization as o')
      .innerJoin('organization_total as total', 'total.organization_id', 'o.id')
      .select(['o.since', 'total.members', 'total.invitations'])
      .where('o.id', '=', organization.id)
      .executeTakeFirstOrThrow()
    const failed = may('invitations.read') ? await undeliverable(db, organization.id, now) : null
    const roles = [...(await rolesAt(db, organization, 'organization'))].sort(roleOrder)
    const holders = await membersByRole(
      db,
      roles.map((role) => role.id),
    )
    const owner = roles.find((role) => role.key === 'owner')
    return {
      suggestions: await suggestionsFor(db, may, {
        organization: organization.id,
        user: actor.id,
        instance,
        members,
        invitations,
        owners: owner ? (holders.get(owner.id) ?? 0) : 0,
        undeliverable: failed ?? 0,
      }),
      totals: {
        members,
        invitations: may('invitations.read') ? invitations : null,
        expiringSoon: may('invitations.read') ? await expiringSoon(db, organization.id, now) : null,
        undeliverable: failed,
      },
      roleMix: roles.flatMap(({ id, key, name }) => {
        const count = holders.get(id) ?? 0
        return count > 0 ? [{ role: { id, key, name }, members: count }] : []
      }),
      membersOverTime: await membersOverTime(db, { id: organization.id, since, members }, now),
      recentlyJoined: may('members.read') ? await recentlyJoined(db, organization.id) : [],
    }
  },
})

async function recentlyJoined(db: Reads, organization: OrganizationId): Promise<Overview['recentlyJoined']> {
  const latest = await db
    .selectFrom('member')
    .select(['id', 'user_id', 'since', 'until'])
    .where('organization_id', '=', organization)
    .where(isPerson('member.id'))
    .orderBy('since', 'desc')
    .limit(JOINED_LOOKED_AT)
    .execute()
  const joined = latest.filter((row) => row.until === null).slice(0, JOINED_SHOWN)
  const people = await peopleOf(
    db,
    organization,
    joined.map((row) => row.user_id),
  )
  return joined.flatMap((row) => {
    const person = people.get(row.user_id)
    return person ? [{ ...person, member: row.id, at: row.since }] : []
  })
}
