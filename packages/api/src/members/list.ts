import { type AsOf, asOfDay, orThrow, Refusal } from '@roster/domain'
import { z } from 'zod'
import { Day } from '../history/input.ts'
import { type PastPage, pastPage } from '../history/page.ts'
import { membersAt } from '../history/rows.ts'
import { IdOf, inOrganization, Paging } from '../platform/input.ts'
import { type QueryContext, query } from '../platform/query.ts'
import { cursorBehind, placeBehind } from './cursor.ts'
import { pageOf } from './page.ts'
import { type Member, memberOf } from './rows.ts'
import { needlesOf } from './search.ts'
import type { Filter, Order } from './sources.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const MOST_SEARCH = 500
const MOST_DAYS = 36_500

export interface MembersPage {
  readonly items: readonly Member[]
  readonly total: number
  /** Filtered lists are counted up to five hundred; `true` says that there may be more. */
  readonly totalIsCapped: boolean
  readonly nextCursor: string | null
  /** The page answered: the last one when a later one was asked for. */
  readonly page: number
}

const MembersInput = inOrganization({
  ...Paging,
  search: z
    .string()
    .max(MOST_SEARCH)
    .optional()
    .describe('Words of a name, an address, a username or a title.'),
  role: IdOf('rol').optional().describe('Only those who hold this role at the organization, by its id.'),
  inactiveDays: z
    .int()
    .min(1)
    .max(MOST_DAYS)
    .optional()
    .describe('Only those who did nothing for so many days.'),
  sort: z.enum(['name', 'email', 'joined', 'active']).default('name'),
  direction: z.enum(['asc', 'desc']).default('asc'),
  asOf: Day.optional().describe('As it was on this day, such as 2026-05-03.'),
})

/**
 * The members, by page or cursor, with any filters together and in any order. Refuses with `cursor-invalid` for the
 * cursor of another list.
 *
 * With `asOf` those who were members on that day, with the roles they held then; by name only, and without regard to
 * activity, which is known of today (`invalid-input`). Refuses with `date-in-the-future`.
 */
export const listMembers = query({
  permission: 'members.read',
  input: MembersInput,
  async run(context, input): Promise<MembersPage> {
    const { db, actor, organization, now } = context
    const day = input.asOf === undefined ? null : orThrow(asOfDay(input.asOf, now))
    if (day && !day.today) return listAsOf(context, input, day)
    const { sort, direction, role = null, inactiveDays } = input
    const order: Order = { sort, direction }
    const filter: Filter = {
      number: organization.number,
      needles: needlesOf(input.search),
      role,
      inactiveBefore: inactiveDays === undefined ? null : now - inactiveDays * DAY_MS,
    }
    const list = ['members', organization.id, sort, direction, role, inactiveDays ?? null, ...filter.needles]
    const after =
      input.cursor === undefined ? null : await placeBehind(db, filter.number, list, input.cursor, order)
    const { rows, next, ...counts } = await pageOf(db, organization.id, filter, order, { ...input, after })
    return {
      items: rows.map((row) => memberOf(row, actor.id)),
      nextCursor: next ? cursorBehind(list, next, order) : null,
      ...counts,
    }
  },
})

async function listAsOf(
  { db, actor, organization }: Pick<QueryContext, 'db' | 'actor' | 'organization'>,
  input: z.output<typeof MembersInput>,
  { at }: AsOf,
): Promise<MembersPage> {
  const { sort, direction, role = null, search, inactiveDays } = input
  if (sort !== 'name') refuse('sort', 'an earlier day is listed by name')
  if (inactiveDays !== undefined) refuse('inactiveDays', 'activity is known of today only')
  const filter = {
    organization: organization.id,
    number: organization.number,
    at,
    needles: needlesOf(search),
    role,
  }
  const { members, ...page }: PastPage = await pastPage(db, filter, direction, input)
  return { items: await membersAt(db, organization.id, members, at, actor.id), ...page }
}

function refuse(field: string, reason: string): never {
  throw new Refusal('invalid-input', { field, reason })
}
