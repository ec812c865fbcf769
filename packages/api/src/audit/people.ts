import { decide, isId, matches, Refusal, searchText, type UserId } from '@roster/domain'
import { z } from 'zod'
import { needlesOf } from '../members/search.ts'
import { sourceFor } from '../members/sources.ts'
import { walk } from '../members/walk.ts'
import type { Organization } from '../platform/access.ts'
import { inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'

/** As many as a menu shows. */
const SHOWN = 20
/** How far back the trail is searched by name; whoever is only found further back is found by their address. */
const ENTRIES_LOOKED_AT = 1_000
/** Accounts of the whole instance that begin like that, at the most; more letters find the rest. */
const ACCOUNTS_LOOKED_AT = 5_000

/**
 * People to filter the trail by: whoever did something, or had it done to them, lately, then members of today as
 * the list of members finds them, and members of earlier whose username or address begins like this. Without a
 * search, the latest ones of the trail; without the permission to see members, only those of the trail.
 */
export const auditPeople = query({
  permission: 'audit.read',
  input: inOrganization({ search: z.string().max(200) }),
  async run({ db, organization, held }, { search }): Promise<readonly Person[]> {
    const lately = await peopleOf(db, organization.id, await inTheTrail(db, organization))
    const found = [...lately.values()].filter((person) => matches(searchText(person), search))
    const seesMembers = !(decide(held, 'members.read') instanceof Refusal)
    if (search.trim() === '' || !seesMembers || found.length >= SHOWN) return found.slice(0, SHOWN)
    const others = [
      ...(await listedMembers(db, organization, search)),
      ...(await beganLike(db, organization, search.trim().toLowerCase())),
    ]
    const known = new Set(found.map((person) => person.user))
    const more = await peopleOf(
      db,
      organization.id,
      others.filter((user) => !known.has(user)),
    )
    return [...found, ...more.values()].slice(0, SHOWN)
  },
})

/** Members of today in whose name, address, username, title or role this occurs, in the order of names. */
async function listedMembers(
  db: Reads,
  { number }: Organization,
  search: string,
): Promise<readonly UserId[]> {
  const filter = { number, needles: needlesOf(search), role: null, inactiveBefore: null }
  const byName = { sort: 'name', direction: 'asc' } as const
  const from = { after: null, skip: 0, take: SHOWN }
  const rows = await walk(db, sourceFor(filter, byName), filter, byName, from)
  return rows.map((row) => row.user_id)
}

/** Everybody in the newest entries, the latest first. */
async function inTheTrail(db: Reads, organization: Organization): Promise<readonly UserId[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['actor_id', 'target_id'])
    .where('chain', '=', organization.id)
    .orderBy('sequence', 'desc')
    .limit(ENTRIES_LOOKED_AT)
    .execute()
  return rows
    .flatMap((row) => [row.actor_id, row.target_id])
    .filter((id) => id !== null)
    .filter((id) => isId('usr', id))
}

/** Members, of today or of earlier, whose username or address begins with these characters. */
async function beganLike(db: Reads, organization: Organization, handle: string): Promise<readonly UserId[]> {
  const found: UserId[] = []
  for (const column of ['username', 'email'] as const) {
    const rows = await db
      .selectFrom((from) =>
        from
          .selectFrom('user')
          .select('id')
          .where(column, '>=', handle)
          .where(column, '<', `${handle}\u{10ffff}`)
          .limit(ACCOUNTS_LOOKED_AT)
          .as('u'),
      )
      .select('u.id')
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('member as m')
            .select('m.id')
            .whereRef('m.user_id', '=', 'u.id')
            .where('m.organization_id', '=', organization.id),
        ),
      )
      .limit(SHOWN)
      .execute()
    for (const row of rows) found.push(row.id)
  }
  return found
}
