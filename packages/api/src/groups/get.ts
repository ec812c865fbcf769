import {
  type GroupId,
  type Instant,
  mayChangeMembers,
  type OrganizationId,
  orThrow,
  Refusal,
} from '@roster/domain'
import { sql } from 'kysely'
import { IdOf, inOrganization } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { type Group, groupsWith } from './rows.ts'
import { type GroupRef, groupOf } from './target.ts'
import { edgesAround, waysFrom } from './tree.ts'

export interface GroupDetails extends Group {
  readonly since: Instant
  readonly createdBy: Person | null
  /** At most fifty. */
  readonly managers: readonly Person[]
  /** The groups it is directly in. */
  readonly inside: readonly GroupRef[]
  /** Every group around it, with the groups one steps through to get there, itself last. */
  readonly around: readonly (GroupRef & { readonly way: readonly GroupRef[] })[]
  /** Why the reader may not change who is in it; null when they may. */
  readonly refusal: string | null
}

const MOST_MANAGERS = 50

/** One group, what is around it and who manages it. Refuses with `not-found`, also for one that was deleted. */
export const getGroup = query({
  permission: 'groups.read',
  input: inOrganization({ group: IdOf('grp') }),
  async run({ db, actor, organization, member, held }, { group }): Promise<GroupDetails> {
    const { since } = orThrow(await groupOf(db, organization.id, group))
    const [row] = await groupsWith(db, organization.id, [group], member)
    if (!row) throw new Refusal('not-found', { field: 'group' })
    const edges = await edgesAround(db, { organization: organization.id, group })
    const ways = [...waysFrom(group, edges, 'up')].filter(([id]) => id !== group)
    const { creator, managers } = await peopleAbout(db, organization.id, group)
    const people = await peopleOf(db, organization.id, creator ? [creator, ...managers] : managers)
    const refusal = mayChangeMembers(held, { isManager: actor.kind === 'user' && row.manages })
    return {
      ...row,
      since,
      createdBy: (creator && people.get(creator)) ?? null,
      managers: managers.flatMap((user) => people.get(user) ?? []),
      inside: ways.flatMap(([, way]) => (way.length === 1 ? way : [])),
      around: ways.flatMap(([, way]) => way.slice(-1).map((last) => ({ ...last, way }))),
      refusal: refusal instanceof Refusal ? refusal.message : null,
    }
  },
})

async function peopleAbout(db: Reads, organization: OrganizationId, group: GroupId) {
  const { created_by: creator } = await db
    .selectFrom('group')
    .select('created_by')
    .where('id', '=', group)
    .executeTakeFirstOrThrow()
  const rows = await db
    .selectFrom('group_member as p')
    .innerJoin('member as m', 'm.id', 'p.member_id')
    .select('m.user_id')
    .where('p.organization_id', '=', organization)
    .where('p.group_id', '=', group)
    .where('p.until', 'is', null)
    .where('p.manager', '=', sql.lit(1))
    .limit(MOST_MANAGERS)
    .execute()
  return { creator, managers: rows.map((row) => row.user_id) }
}
