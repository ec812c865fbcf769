import { roleOrder } from '@roster/domain'
import type { ExportRows } from '../platform/export-row.ts'
import type { QueryContext } from '../platform/query.ts'
import { rolesAt } from '../roles/store.ts'

/** Every role of both levels with what it allows today. */
export async function* roleRows({ db, organization }: QueryContext): ExportRows {
  for (const level of ['organization', 'project'] as const) {
    const roles = [...(await rolesAt(db, organization, level))].sort(roleOrder)
    yield roles.map(({ id, key, name, description, permissions }) => ({
      role: id,
      level,
      key,
      name,
      description,
      permissions: [...permissions],
    }))
  }
}
