import { decide, type MemberId, orThrow } from '@roster/domain'
import { sql } from 'kysely'
import { find } from '../members/few.ts'
import { memberOf, rowsAt } from '../members/rows.ts'
import { needlesOf } from '../members/search.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import type { Person } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import { Search } from './input.ts'
import { groupOf } from './target.ts'

export interface Candidate extends Person {
  readonly member: MemberId
  /** They are directly in the group already. */
  readonly inGroup: boolean
}

const OFFERED = 8

/** Members whom a search finds, to put into a group; some eight, those in it already marked. */
export const groupCandidates = query({
  permission: 'members.read',
  input: inOrganization({ group: IdOf('grp'), search: Search }),
  async run({ db, organization, actor, held }, { group, search }): Promise<readonly Candidate[]> {
    orThrow(decide(held, 'groups.read'))
    orThrow(await groupOf(db, organization.id, group))
    const filter = {
      number: organization.number,
      needles: needlesOf(search),
      role: null,
      inactiveBefore: null,
    }
    const { labels } = await find(db, filter)
    const rows = await rowsAt(db, labels.slice(0, OFFERED))
    const { rows: inside } = await sql<{ member_id: MemberId }>`
      select p.member_id from json_each(${JSON.stringify(rows.map((row) => row.member_id))}) j
        cross join group_member p on p.organization_id = ${organization.id} and p.member_id = j.value
          and p.group_id = ${group} and p.until is null
    `.execute(db)
    const placed = new Set(inside.map((row) => row.member_id))
    return rows.map((row) => {
      const { user, name, username, email, verified, avatar, member } = memberOf(row, actor.id)
      return { user, name, username, email, verified, avatar, member, inGroup: placed.has(member) }
    })
  },
})
