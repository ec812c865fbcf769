import type { RoleId } from '@roster/domain'
import { type ExportRows, iso, ROWS_AT_ONCE } from '../platform/export-row.ts'
import type { QueryContext } from '../platform/query.ts'
import { listMembers } from './list.ts'

/** Which members go into an export: the filters of the list. */
interface Asked {
  readonly organization: string
  readonly search?: string | undefined
  readonly role?: RoleId | undefined
  readonly inactiveDays?: number | undefined
}

/** The members that the list shows under the same filters, by name. */
export async function* memberRows(context: QueryContext, asked: Asked): ExportRows {
  const { organization, search, role, inactiveDays } = asked
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await listMembers.run(
      { ...context, project: null },
      {
        organization,
        ...(search !== undefined && { search }),
        ...(role && { role }),
        ...(inactiveDays !== undefined && { inactiveDays }),
        ...(cursor !== undefined && { cursor }),
        sort: 'name',
        direction: 'asc',
        page: 1,
        pageSize: ROWS_AT_ONCE,
      },
    )
    yield items.map((member) => ({
      member: member.member,
      name: member.name,
      username: member.username,
      email: member.email,
      verified: member.verified,
      title: member.title,
      role: member.role.name,
      role_id: member.role.id,
      joined_at: iso(member.joinedAt),
      last_active_at: iso(member.lastActiveAt),
      source: member.source,
    }))
    cursor = nextCursor ?? undefined
  } while (cursor !== undefined)
}
