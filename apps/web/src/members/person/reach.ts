import { isProjectPermission } from '@roster/domain'
import type { Effective } from '../../assignments/types.ts'

/**
 * Whether somebody reaches no project at all, as far as the reader can see: neither by themselves nor through a
 * group, nor through their role at the organization (D45).
 */
export function reachesNothing({ scopes, hidden }: Pick<Effective, 'scopes' | 'hidden'>): boolean {
  if (hidden > 0) return false
  return scopes.every(
    ({ project, permissions }) =>
      project === null && !permissions.some(({ permission }) => isProjectPermission(permission)),
  )
}
