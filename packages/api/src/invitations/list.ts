import { isId, type OrganizationId, Refusal, type UserId } from '@roster/domain'
import { sql } from 'kysely'
import { z } from 'zod'
import { type CursorPlace, cursorAt, placeOf } from '../platform/cursor.ts'
import { IdOf, inOrganization, Moment, Paging } from '../platform/input.ts'
import { type Person, peopleOf } from '../platform/people.ts'
import { query } from '../platform/query.ts'
import type { Reads } from '../platform/writer.ts'
import { LISTED_STATUSES } from './filter.ts'
import { type ListedInvitation, listedInvitations } from './listed.ts'
import { usualDirection } from './order.ts'
import { type Found, type List, totalOf, walk } from './walk.ts'

export interface InvitationPage {
  readonly items: readonly ListedInvitation[]
  readonly total: number
  /** Counting filtered invitations stops at ten thousand. */
  readonly totalIsCapped: boolean
  readonly nextCursor: string | null
  readonly page: number
  /** Everybody who ever invited somebody, for the filter. */
  readonly senders: readonly Person[]
}

/** Page numbers reach this far; what lies beyond is found with a cursor, a filter or the other direction. */
const SKIPPED_AT_MOST = 100_000
const MOST_SENDERS = 200

/**
 * The organization's own invitations (T23), the open ones and the newest first unless asked otherwise, by page or
 * cursor. Refuses with `cursor-invalid` for the cursor of another list, with `invalid-input` for a page further
 * down than pages go.
 */
export const listInvitations = query({
  permission: 'invitations.read',
  input: inOrganization({
    ...Paging,
    status: z.enum(LISTED_STATUSES).default('open'),
    sender: IdOf('usr').optional(),
    role: IdOf('rol').optional(),
    /** Only those that lead to this project (C12). */
    project: IdOf('prj').optional(),
    search: z.string().max(500).optional(),
    sentAfter: Moment.optional(),
    sentBefore: Moment.optional(),
    sort: z.enum(['sent', 'expires', 'email']).default('sent'),
    direction: z.enum(['asc', 'desc']).optional(),
  }),
  async run({ db, organization, held, now, project: at }, input): Promise<InvitationPage> {
    const { page, pageSize, cursor, sort, status, sender, role, search, sentAfter, sentBefore } = input
    const direction = input.direction ?? usualDirection(sort)
    const filter = { status, sender, role, search, sentAfter, sentBefore, project: at?.id }
    const list: List = { organization: organization.id, filter, sort, direction, now }
    const marks = marksOf(list)
    const after = cursor === undefined ? null : foundIn(placeOf(marks, cursor))
    const skip = after ? 0 : (page - 1) * pageSize
    if (skip > SKIPPED_AT_MOST) {
      throw new Refusal('invalid-input', {
        field: 'page',
        reason: 'pages do not go that far, filter the list',
      })
    }
    const rows = await walk(db, list, { after, skip, wanted: pageSize + 1 })
    const shown = rows.slice(0, pageSize)
    const last = rows.length > pageSize ? shown.at(-1) : undefined
    return {
      items: await listedInvitations(
        db,
        { organization, held },
        shown.map((row) => row.id),
        now,
      ),
      ...(await totalOf(db, list)),
      nextCursor: last ? cursorAt(marks, [last.stretch, last.key, last.id]) : null,
      page,
      senders: await sendersOf(db, organization.id),
    }
  },
})

function marksOf({ organization, filter, sort, direction }: List): CursorPlace {
  const { status, sender, role, search, sentAfter, sentBefore, project } = filter
  const optional = [sender, role, search, sentAfter, sentBefore, project].map((one) => one ?? null)
  return ['invitations', organization, status, sort, direction, ...optional]
}

function foundIn([stretch, key, id]: CursorPlace): Found {
  const known = typeof id === 'string' && isId('inv', id) && (stretch === 0 || stretch === 1)
  if (!known || key === undefined) throw new Refusal('cursor-invalid')
  return { stretch, key, id }
}

/** Jumps from one sender to the next in the index instead of reading every invitation. */
async function sendersOf(db: Reads, organization: OrganizationId): Promise<readonly Person[]> {
  const { rows } = await sql<{ id: UserId }>`
    with recursive sender (id) as (
      select min(invited_by) from invitation where organization_id = ${organization}
      union all
      select (select min(invited_by) from invitation
                where organization_id = ${organization} and invited_by > sender.id)
        from sender where sender.id is not null
    )
    select id from sender where id is not null limit ${MOST_SENDERS}
  `.execute(db)
  const people = await peopleOf(
    db,
    organization,
    rows.map((row) => row.id),
  )
  return [...people.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}
