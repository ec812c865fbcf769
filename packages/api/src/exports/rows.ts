import { auditRows } from '../audit/export-rows.ts'
import { invitationRows } from '../invitations/export-rows.ts'
import { memberRows } from '../members/export-rows.ts'
import type { ExportRows } from '../platform/export-row.ts'
import type { QueryContext } from '../platform/query.ts'
import type { ExportAsked, Exported } from './asked.ts'
import { assignmentRows } from './assignments.ts'
import { roleRows } from './roles.ts'

/** The rows of each kind of export. Times are ISO 8601, UTC. */
export const ROWS: Readonly<Record<Exported, (context: QueryContext, asked: ExportAsked) => ExportRows>> = {
  members: memberRows,
  invitations: invitationRows,
  assignments: assignmentRows,
  roles: roleRows,
  audit: auditRows,
}
