import type { MemberId, OrganizationId } from '@roster/domain'
import type { Reads } from '../platform/writer.ts'

/** Everybody who owns the organization. */
export async function ownersOf(db: Reads, organization: OrganizationId): Promise<Set<MemberId>> {
  const rows = await db
    .selectFrom('role as r')
    .innerJoin('assignment as a', (join) =>
      join.onRef('a.organization_id', '=', 'r.organization_id').onRef('a.role_id', '=', 'r.id'),
    )
    .select('a.member_id')
    .where('r.organization_id', '=', organization)
    .where('r.level', '=', 'organization')
    .where('r.key', '=', 'owner')
    .where('a.until', 'is', null)
    .where('a.member_id', 'is not', null)
    .execute()
  return new Set(rows.flatMap((row) => row.member_id ?? []))
}
