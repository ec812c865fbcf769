import { type GroupId, orThrow } from '@roster/domain'
import { sql } from 'kysely'
import { IdOf, inOrganization } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { type Group, groupsWith } from './rows.ts'
import { groupOf } from './target.ts'

const MOST_CHILDREN = 1_000

/** The groups directly in a group, by name, a thousand at the most. */
export const listChildren = query({
  permission: 'groups.read',
  input: inOrganization({ group: IdOf('grp') }),
  async run({ db, organization, member }, { group }): Promise<readonly Group[]> {
    orThrow(await groupOf(db, organization.id, group))
    const { rows } = await sql<{ id: GroupId }>`
      select c.id from group_member p join "group" c on c.id = p.child_group_id
        where p.organization_id = ${organization.id} and p.group_id = ${group}
          and p.until is null and p.child_group_id is not null
        order by c.name_key, c.id limit ${MOST_CHILDREN}
    `.execute(db)
    return groupsWith(
      db,
      organization.id,
      rows.map((row) => row.id),
      member,
    )
  },
})
