import type { Instant, OrganizationId } from '@roster/domain'
import { type Expression, sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'

/** Counting stops here; more than this needs no exact number on a home page. */
const COUNT_AT_MOST = 10_000
/** Open invitations with less than this left deserve a reminder (D43). */
const SOON = 48 * 3_600_000

/** How many open invitations run out within 48 hours; at most 10,000 are counted. */
export function expiringSoon(db: Reads, organization: OrganizationId, now: Instant): Promise<number> {
  return counted(
    db,
    db
      .selectFrom('invitation')
      .select('id')
      .where('organization_id', '=', organization)
      .where('state', '=', sql.lit('pending'))
      .where('expires_at', '>', now)
      .where('expires_at', '<', now + SOON)
      .limit(COUNT_AT_MOST),
  )
}

/** How many open invitations nobody got, because their latest mail failed; at most 10,000 are counted. */
export function undeliverable(db: Reads, organization: OrganizationId, now: Instant): Promise<number> {
  return counted(
    db,
    db
      .selectFrom('message as m')
      .innerJoin('invitation as i', (join) =>
        join.onRef('i.id', '=', 'm.reference_id').onRef('i.message_id', '=', 'm.id'),
      )
      .select('i.id')
      .where('m.organization_id', '=', organization)
      .where('m.state', '=', sql.lit('failed'))
      .where('m.kind', '=', 'invitation')
      .where('i.organization_id', '=', organization)
      .where('i.state', '=', sql.lit('pending'))
      .where((where) => where.or([where('i.expires_at', 'is', null), where('i.expires_at', '>', now)]))
      .limit(COUNT_AT_MOST),
  )
}

async function counted(db: Reads, found: Expression<{ id: string }>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${found})`.execute(db)
  return rows[0]?.count ?? 0
}
