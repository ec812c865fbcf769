import type { QueryContext } from '../platform/query.ts'
import type { ExportAsked, Exported } from './asked.ts'
import { assignmentRows } from './assignments.ts'
import { auditRows } from './audit.ts'
import { invitationRows } from './invitations.ts'
import { memberRows } from './members.ts'
import { roleRows } from './roles.ts'
import type { ExportRows } from './row.ts'

/** The rows of each kind of export. Times are ISO 8601, UTC. */
export const ROWS: Readonly<Record<Exported, (context: QueryContext, asked: ExportAsked) => ExportRows>> = {
  members: memberRows,
  invitations: invitationRows,
  assignments: assignmentRows,
  roles: roleRows,
  audit: auditRows,
}
