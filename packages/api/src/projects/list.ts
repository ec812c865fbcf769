import { isId, Refusal, searchWords } from '@roster/domain'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { inOrganization, Paging } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import { projectRolesOf } from './roles.ts'
import { type ListedProject, listedProject, projectRows } from './rows.ts'
import { COUNTED_AT_MOST, countSeen, type From, type ProjectFilter, seenBy, seenProjects } from './seen.ts'

export interface ProjectsPage {
  readonly items: readonly ListedProject[]
  readonly total: number
  /** Lists are counted up to ten thousand; `true` says that there are more. */
  readonly totalIsCapped: boolean
  readonly nextCursor: string | null
  /** The page answered: the last one when a later one was asked for. */
  readonly page: number
}

/**
 * The projects that the caller may know of: those they hold a role in, and those that show to the organization.
 * Refuses with `cursor-invalid` for the cursor of another list.
 */
export const listProjects = query({
  permission: 'projects.read',
  input: inOrganization({
    ...Paging,
    search: z.string().max(500).optional(),
    state: z.enum(['active', 'archived', 'all']).default('active'),
    mine: z.boolean().default(false),
    sort: z.enum(['name', 'created']).default('name'),
  }),
  async run({ db, organization, held }, input): Promise<ProjectsPage> {
    const { sort, state, mine, pageSize } = input
    const filter: ProjectFilter = {
      organization: organization.id,
      needles: searchWords(input.search ?? ''),
      state,
      mineOnly: mine,
      ...seenBy(held),
    }
    const list = ['projects', organization.id, sort, state, mine ? 1 : 0, ...filter.needles]
    const counted = await countSeen(db, filter)
    const total = Math.min(counted, COUNTED_AT_MOST)
    const page = input.cursor ? input.page : Math.min(input.page, Math.max(1, Math.ceil(total / pageSize)))
    const from: From =
      input.cursor === undefined
        ? { skip: (page - 1) * pageSize }
        : { after: afterOf(placeOf(list, input.cursor), sort) }
    const found = await seenProjects(db, filter, sort, from, pageSize + 1)
    const shown = found.slice(0, pageSize)
    const last = found.length > pageSize ? shown.at(-1) : undefined
    const roles = await projectRolesOf(db, organization)
    const rows = await projectRows(
      db,
      shown.map((row) => row.id),
    )
    return {
      items: rows.map((row) => listedProject(row, held, roles)),
      total,
      totalIsCapped: counted > COUNTED_AT_MOST,
      nextCursor: last ? cursorAt(list, [last.value, last.id]) : null,
      page,
    }
  },
})

function afterOf(
  [value, id]: readonly unknown[],
  sort: 'name' | 'created',
): readonly [string | number, string] {
  if (typeof value !== (sort === 'name' ? 'string' : 'number')) throw new Refusal('cursor-invalid')
  if (typeof value !== 'string' && typeof value !== 'number') throw new Refusal('cursor-invalid')
  if (typeof id !== 'string' || !isId('prj', id)) throw new Refusal('cursor-invalid')
  return [value, id]
}
