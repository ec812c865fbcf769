import { decide, type Instant, mayChangeMembers, orThrow, Refusal, type UserId } from '@roster/domain'
import { sql } from 'kysely'
import { isOneself } from '../platform/access.ts'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { GroupRef } from './target.ts'

/** A group that somebody is directly in. */
export interface GroupOfMember {
  readonly group: GroupRef
  readonly manager: boolean
  readonly since: Instant
  readonly by: Person | null
  /** Why the reader may not change who is in it; null when they may. */
  readonly refusal: string | null
}

/**
 * The groups a member is directly in, by name; what they are in through those, each group says. One's own are
 * everybody's to see, those of others take `members.read` and `groups.read`. Refuses with `not-found` for somebody
 * who is no member.
 */
export const groupsOfMember = query({
  permission: 'organization.read',
  input: inOrganization({ member: IdOf('mem') }),
  async run(context, { member }): Promise<readonly GroupOfMember[]> {
    const { db, actor, organization, held, member: caller } = context
    if (!isOneself(context, member)) {
      orThrow(decide(held, 'members.read'))
      orThrow(decide(held, 'groups.read'))
    }
    const present = await db
      .selectFrom('member')
      .select('id')
      .where('organization_id', '=', organization.id)
      .where('id', '=', member)
      .where('until', 'is', null)
      .executeTakeFirst()
    if (!present) throw new Refusal('not-found', { field: 'member' })
    const { rows } = await sql<Placed>`
      select g.id, g.name, p.manager, p.since, p.given_by as "by",
             exists (
               select 1 from group_member mine
                 where mine.organization_id = p.organization_id and mine.group_id = p.group_id
                   and mine.member_id = ${caller} and mine.until is null and mine.manager = 1
             ) as managed
        from group_member p join "group" g on g.id = p.group_id
        where p.organization_id = ${organization.id} and p.member_id = ${member} and p.until is null
          and g.until is null
        order by g.name_key, g.id
    `.execute(db)
    const people = await peopleOf(
      db,
      organization.id,
      rows.flatMap(({ by }) => by ?? []),
    )
    return rows.map(({ id, name, manager, since, by, managed }) => {
      const verdict = mayChangeMembers(held, { isManager: actor.kind === 'user' && managed === 1 })
      return {
        group: { id, name },
        manager: manager === 1,
        since,
        by: (by && people.get(by)) ?? null,
        refusal: verdict instanceof Refusal ? verdict.message : null,
      }
    })
  },
})

interface Placed extends GroupRef {
  readonly manager: 0 | 1
  readonly since: Instant
  readonly by: UserId | null
  readonly managed: 0 | 1
}
