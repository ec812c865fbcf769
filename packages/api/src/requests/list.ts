import { isId } from '@roster/domain'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { cursorAt, placeOf } from '../platform/cursor.ts'
import { IdOf, inOrganization, Paging } from '../platform/input.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { answerableBy, isAnswerable } from './answerable.ts'
import { type ListedRequest, requestRows } from './rows.ts'

/** Counting stops here. */
const COUNTED_AT_MOST = 500

export interface RequestsPage {
  /** Whether there is anything that the caller may answer, now or in time to come. */
  readonly mayAnswer: boolean
  readonly items: readonly ListedRequest[]
  readonly total: number
  readonly totalIsCapped: boolean
  readonly nextCursor: string | null
  readonly page: number
}

const NONE: RequestsPage = {
  mayAnswer: false,
  items: [],
  total: 0,
  totalIsCapped: false,
  nextCursor: null,
  page: 1,
}

/**
 * The requests that the caller may answer, the latest first: those that wait, or those that were closed. Refuses with
 * `cursor-invalid` for the cursor of another list.
 */
export const listRequests = query({
  permission: 'organization.read',
  input: inOrganization({
    ...Paging,
    state: z.enum(['open', 'closed']).default('open'),
    project: IdOf('prj').optional(),
  }),
  async run({ db, organization, held, project }, { state, cursor, pageSize, page }): Promise<RequestsPage> {
    const answerable = answerableBy(held)
    if (!answerable) return NONE
    const list = ['requests', organization.id, state, project?.id ?? null]
    const passes = sql.join(
      [
        // Said literally, so that the partial index for it is found.
        state === 'open' ? sql`r.state = 'pending'` : sql`r.state <> 'pending'`,
        isAnswerable(answerable),
        ...(project ? [sql`r.project_id = ${project.id}`] : []),
      ],
      sql` and `,
    )
    const counted = await countUpTo(db, sql`r.organization_id = ${organization.id} and ${passes}`)
    const total = Math.min(counted, COUNTED_AT_MOST)
    const last = counted > COUNTED_AT_MOST ? page : Math.max(1, Math.ceil(total / pageSize))
    const shown = cursor === undefined ? Math.min(page, last) : page
    const rows = await requestRows(
      db,
      organization.id,
      cursor === undefined ? passes : sql`${passes} and r.id < ${behind(list, cursor)}`,
      { take: pageSize + 1, skip: cursor === undefined ? (shown - 1) * pageSize : 0 },
    )
    const items = rows.slice(0, pageSize)
    const end = rows.length > pageSize ? items.at(-1) : undefined
    return {
      mayAnswer: true,
      items,
      total,
      totalIsCapped: counted > COUNTED_AT_MOST,
      nextCursor: end ? cursorAt(list, [end.id]) : null,
      page: shown,
    }
  },
})

async function countUpTo(db: Reads, passes: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select 1 from access_request r where ${passes} limit ${COUNTED_AT_MOST + 1})
  `.execute(db)
  return rows[0]?.count ?? 0
}

function behind(list: Parameters<typeof placeOf>[0], cursor: string): string {
  const [id] = placeOf(list, cursor)
  return typeof id === 'string' && isId('req', id) ? id : ''
}
