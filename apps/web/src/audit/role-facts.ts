import { isPermission, PERMISSIONS } from '@roster/domain'
import type { Change } from './facts.ts'
import type { AuditItem } from './types.ts'

type Fact = AuditItem['facts'][string]

/** What a role was before and after; of the description only that it changed, for free text is not recorded. */
export function roleChanges({ action, facts }: AuditItem): readonly Change[] {
  if (action === 'role.created')
    return [{ what: 'Allows', before: 'Nothing', after: allowed(facts.permissions) }]
  if (action === 'role.deleted') {
    const { role_name: before, to_name: after } = facts
    if (typeof before !== 'string' || typeof after !== 'string') return []
    return [{ what: 'Held by those who held it', before, after }]
  }
  const { field, before = '', after = '' } = facts
  if (field === 'name') return [{ what: 'Name', before: String(before), after: String(after) }]
  if (field !== 'permissions') return []
  return [{ what: 'Allows', before: allowed(before), after: allowed(after) }]
}

function allowed(names: Fact | undefined): string {
  if (typeof names !== 'object' || names === null) return 'Nothing'
  return names.map((name) => (isPermission(name) ? PERMISSIONS[name] : name)).join('; ') || 'Nothing'
}
