import type { OrganizationId } from '@roster/domain'
import { sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'

/**
 * Whether there are projects, but nobody was given access to one, and no role was made for it: the moment to define
 * roles (C16).
 */
export async function isBeforeRoles(db: Reads, organization: OrganizationId): Promise<boolean> {
  const { rows } = await sql<{ before: 0 | 1 }>`
    select exists (select 1 from project where organization_id = ${organization} and until is null)
      and not exists (
        select 1 from role r left join role_total t on t.role_id = r.id
          where r.organization_id = ${organization} and r.until is null and (
            r.key is null or (r.level = 'project' and t.places + t.groups + t.invitations > 0)
          )
      ) as before
  `.execute(db)
  return rows[0]?.before === 1
}
