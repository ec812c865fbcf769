import type { AuditAction, Instant, UserId } from '@roster/domain'
import { type ExportRows, iso, ROWS_AT_ONCE } from '../platform/export-row.ts'
import type { QueryContext } from '../platform/query.ts'
import { listAudit } from './list.ts'

/** Which entries go into an export: the filters of the list. */
interface Asked {
  readonly organization: string
  readonly person?: UserId | undefined
  readonly action?: AuditAction | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** The entries of the trail under the same filters, the newest first, each with the hash that chains it. */
export async function* auditRows(context: QueryContext, asked: Asked): ExportRows {
  const { organization, person, action, from, to } = asked
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await listAudit.run(
      { ...context, project: null },
      {
        organization,
        ...(person && { person }),
        ...(action && { action }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
        ...(cursor !== undefined && { cursor }),
        page: 1,
        pageSize: ROWS_AT_ONCE,
      },
    )
    yield items.map((item) => ({
      sequence: item.sequence,
      at: iso(item.at),
      action: item.action,
      actor: item.byOperator ? 'operator' : (item.actor?.name ?? null),
      actor_id: item.actor?.user ?? null,
      target_kind: item.target?.kind ?? null,
      target: item.target?.person?.name ?? item.target?.label ?? null,
      target_id: item.target?.id ?? null,
      facts: JSON.stringify(item.facts),
      allowed_by: item.allowedBy?.role.name ?? null,
      hash: item.hash,
    }))
    cursor = nextCursor ?? undefined
  } while (cursor !== undefined)
}
