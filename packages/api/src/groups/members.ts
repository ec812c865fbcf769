import { isId, orThrow, Refusal } from '@roster/domain'
import { z } from 'zod'
import { needlesOf } from '../members/search.ts'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { IdOf, inOrganization, Paging } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { Search } from './input.ts'
import { type PeopleList, peoplePart, peopleTotal, type Standing } from './people.ts'
import { type GroupPerson, peopleAt } from './person-rows.ts'
import { type GroupRef, groupOf } from './target.ts'
import { totalsOf } from './totals.ts'
import { edgesWithin, waysFrom } from './tree.ts'

export interface ListedGroupPerson extends GroupPerson {
  /** The group within this one that they are in; null for those directly in it. */
  readonly through: GroupRef | null
}

export interface GroupPeoplePage {
  readonly items: readonly ListedGroupPerson[]
  readonly total: number
  /** Searches and nested lists are counted up to five hundred; `true` says that there may be more. */
  readonly totalIsCapped: boolean
  readonly nextCursor: string | null
  readonly page: number
}

/**
 * The people of a group by name: those directly in it, or with `nested` also those in groups within it, each once.
 * By page or cursor, also searched. Refuses with `cursor-invalid` for the cursor of another list.
 */
export const listGroupMembers = query({
  permission: 'groups.read',
  input: inOrganization({
    ...Paging,
    group: IdOf('grp'),
    search: Search.optional(),
    nested: z.boolean().default(false),
  }),
  async run(
    { db, organization, actor },
    { group, nested, page, pageSize, cursor, search },
  ): Promise<GroupPeoplePage> {
    orThrow(await groupOf(db, organization.id, group))
    const ways = nested
      ? waysFrom(group, await edgesWithin(db, { organization: organization.id, group }), 'down')
      : new Map([[group, []]])
    const list: PeopleList = {
      number: organization.number,
      needles: needlesOf(search),
      groups: await totalsOf(db, [...ways.keys()]),
    }
    const mark = ['group-members', organization.id, group, nested ? 1 : 0, ...list.needles]
    const after = cursor === undefined ? null : behind(mark, cursor)
    const skip = after ? 0 : (page - 1) * pageSize
    const found = await peoplePart(db, list, { after, skip, wanted: pageSize + 1 })
    const shown = found.slice(0, pageSize)
    const last = shown.at(-1)
    const people = await peopleAt(db, organization.id, shown, actor.id)
    return {
      items: people.map((person) => ({ ...person, through: ways.get(person.group)?.at(-1) ?? null })),
      ...(await peopleTotal(db, list)),
      nextCursor: last && found.length > pageSize ? cursorAt(mark, [last.name_key, last.member_id]) : null,
      page,
    }
  },
})

function behind(list: readonly (string | number)[], cursor: string): Standing {
  const [name_key, member_id] = placeOf(list, cursor)
  if (typeof name_key !== 'string' || typeof member_id !== 'string' || !isId('mem', member_id)) {
    throw new Refusal('cursor-invalid')
  }
  return { name_key, member_id }
}
