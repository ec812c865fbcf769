import { decide, orThrow, Refusal } from '@roster/domain'
import { authorize } from '../platform/access.ts'
import type { Call } from '../platform/call.ts'
import { EXPORTED, ExportInput } from './asked.ts'
import { ROWS } from './rows.ts'
import { csvText, jsonText } from './text.ts'

/** A file on its way: its text in pieces, made while it is sent. */
export interface ExportFile {
  readonly name: string
  readonly type: string
  readonly text: AsyncGenerator<string, void, undefined>
}

/**
 * The file of a prepared export, for whoever prepared it and still may. Refuses with `not-signed-in`,
 * `export-expired`, `not-permitted`, and `not-found` once they have left. The right is asked when it begins; what
 * follows is one file.
 */
export async function exportFile(call: Call, name: string): Promise<ExportFile> {
  const { actor, reader: db, now, links, instance, downloads } = call
  if (!actor) throw new Refusal('not-signed-in')
  const asked = ExportInput.parse(downloads.find(name, actor.id, now))
  const { what, format, organization } = asked
  const authorized = await authorize(db, call, {
    permission: 'organization.export',
    organization,
    project: null,
  })
  orThrow(decide(authorized.held, EXPORTED[what]))
  const rows = ROWS[what]({ db, now, links, instance, ...authorized }, asked)
  const day = new Date(now).toISOString().slice(0, 10)
  return {
    name: `${authorized.organization.slug}-${what}-${day}.${format}`,
    type: format === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json; charset=utf-8',
    text: format === 'csv' ? csvText(rows) : jsonText(rows),
  }
}
