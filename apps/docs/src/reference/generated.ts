import { STATUS } from '@roster/api'
import { AUDIT_ACTIONS, BUILT_IN_ROLES, PERMISSIONS, REFUSALS } from '@roster/domain'
import type { Source } from '../site/page.ts'
import { eventsPage } from './events.ts'
import { permissionsPage } from './permissions.ts'
import { problemsPage } from './problems.ts'

/** The reference, from the product's own tables. */
export function generated(): readonly Source[] {
  const status = (kind: keyof typeof STATUS) => STATUS[kind].http
  return [
    permissionsPage(PERMISSIONS, BUILT_IN_ROLES),
    eventsPage(AUDIT_ACTIONS),
    problemsPage(REFUSALS, status),
  ]
}
