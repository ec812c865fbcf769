import { isId, Refusal } from '@roster/domain'
import { needlesOf } from '../members/search.ts'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { inOrganization, Paging } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { Search } from './input.ts'
import { type Group, groupsWith } from './rows.ts'
import { type GroupPlace, walkGroups } from './walk.ts'

export interface GroupsPage {
  readonly items: readonly Group[]
  readonly total: number
  /** Searches are counted up to five hundred; `true` says that there may be more. */
  readonly totalIsCapped: boolean
  readonly nextCursor: string | null
  readonly page: number
}

/** The groups by name, by page or cursor, also searched. Refuses with `cursor-invalid` for another list's cursor. */
export const listGroups = query({
  permission: 'groups.read',
  input: inOrganization({ ...Paging, search: Search.optional() }),
  async run({ db, organization, member }, { page, pageSize, cursor, search }): Promise<GroupsPage> {
    const { id, number } = organization
    const needles = needlesOf(search)
    const list = ['groups', id, ...needles]
    const after = cursor === undefined ? null : behind(list, cursor)
    const skip = after ? 0 : (page - 1) * pageSize
    const { places, ...counts } = await walkGroups(
      db,
      { organization: id, number, needles },
      { after, skip, wanted: pageSize + 1 },
    )
    const shown = places.slice(0, pageSize)
    const last = shown.at(-1)
    return {
      items: await groupsWith(
        db,
        id,
        shown.map((place) => place.id),
        member,
      ),
      ...counts,
      nextCursor: last && places.length > pageSize ? cursorAt(list, [last.name_key, last.id]) : null,
      page,
    }
  },
})

function behind(list: readonly string[], cursor: string): GroupPlace {
  const [name_key, id] = placeOf(list, cursor)
  if (typeof name_key !== 'string' || typeof id !== 'string' || !isId('grp', id)) {
    throw new Refusal('cursor-invalid')
  }
  return { name_key, id }
}
