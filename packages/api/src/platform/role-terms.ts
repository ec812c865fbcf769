import { builtInRole, isPermission, type RoleTerms } from '@roster/domain'
import type { Row } from './schema.ts'

/** A role's row as the rules want it; names of permissions that no longer exist are dropped. */
export function roleTerms(row: Pick<Row<'role'>, 'level' | 'key' | 'permissions'>): RoleTerms {
  const key = row.key === null ? null : (builtInRole(row.level, row.key)?.key ?? null)
  const listed: unknown = key ? [] : JSON.parse(row.permissions)
  const permissions = Array.isArray(listed)
    ? listed.filter((one) => typeof one === 'string').filter(isPermission)
    : []
  return { level: row.level, key, permissions }
}
