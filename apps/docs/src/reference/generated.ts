import { HTTP_PROBLEMS, openApiDocument, REST_ROUTES, STATUS } from '@roster/api'
import { AUDIT_ACTIONS, BUILT_IN_ROLES, PERMISSIONS, REFUSALS } from '@roster/domain'
import type { Source } from '../site/page.ts'
import { eventsPage } from './events.ts'
import { object } from './json.ts'
import { operationPages } from './operations.ts'
import { permissionsPage } from './permissions.ts'
import { problemsPage } from './problems.ts'

/** The reference, from the product's own tables. */
export function generated(): readonly Source[] {
  const status = (kind: keyof typeof STATUS) => STATUS[kind].http
  // The address is the reader's own; pages name paths only.
  const rest = openApiDocument(REST_ROUTES, { url: 'http://localhost', version: '' })
  return [
    ...operationPages(object(rest)),
    permissionsPage(PERMISSIONS, BUILT_IN_ROLES),
    eventsPage(AUDIT_ACTIONS),
    problemsPage(REFUSALS, status, HTTP_PROBLEMS),
  ]
}
