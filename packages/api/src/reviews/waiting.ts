import type { OrganizationId, UserId } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'

/** More than a navigation needs to say. */
const MOST_COUNTED = 1_000

/**
 * How many items of open reviews wait for somebody to decide; null when reviews are none of their business: they
 * neither read them all nor were ever asked to decide in one.
 */
export async function waitingReviews(
  db: Reads,
  organization: OrganizationId,
  user: UserId,
  readsAll: boolean,
): Promise<number | null> {
  const { rows } = await sql<{ waiting: number; asked: 0 | 1 }>`
    select exists (
      select 1 from review_item i where i.reviewer_id = ${user} and i.organization_id = ${organization}
    ) as asked, (
      select count(*) from (
        select 1 from review_item i join review r on r.id = i.review_id
          where i.reviewer_id = ${user} and i.organization_id = ${organization} and i.decision is null
            and r.state = 'open'
          limit ${MOST_COUNTED})
    ) as waiting
  `.execute(db)
  const [row] = rows
  return row && (readsAll || row.asked === 1) ? row.waiting : null
}
