import { isId, mayUndo, Refusal, type RefusalCode } from '@roster/domain'
import { sql } from 'kysely'
import { z } from 'zod'
import { inOrganization } from '../../platform/input.ts'
import { query } from '../../platform/query.ts'
import type { Reads } from '../../platform/writer.ts'
import { entryToUndo, type MarkedEntry } from './entry.ts'
import { undoableIn } from './of-change.ts'

/** A role at the organization or at a project, by their names of today. */
export interface NamedRole {
  readonly role: string
  /** Null at the organization. */
  readonly project: string | null
}

/** What undoing an entry would do, as far as it can be told before today's rules are asked. */
export interface UndoPreview {
  readonly comesBack: readonly NamedRole[]
  readonly groups: readonly string[]
  readonly goes: readonly NamedRole[]
  /** Every entry of the same call that has a way back, this one among them. */
  readonly call: readonly number[]
  readonly refusal: { readonly code: RefusalCode; readonly message: string } | null
}

/** For the confirmation before an entry is undone. Refuses with `not-found`. */
export const undoPreview = query({
  permission: 'audit.read',
  input: inOrganization({ entry: z.int().min(1) }),
  async run({ db, organization, now }, { entry: sequence }): Promise<UndoPreview> {
    const nothing = { comesBack: [], groups: [], goes: [], call: [] }
    try {
      const entry = await entryToUndo(db, organization.id, sequence)
      const kind = mayUndo(entry, now)
      if (kind instanceof Refusal) throw kind
      return {
        comesBack: await rolesOf(db, entry, 'ended_in'),
        groups: await groupsOf(db, entry),
        goes: await rolesOf(db, entry, 'begun_in'),
        call: await undoableIn(db, organization.id, entry.change, null),
        refusal: null,
      }
    } catch (reason) {
      if (!(reason instanceof Refusal) || reason.code === 'not-found') throw reason
      return { ...nothing, refusal: { code: reason.code, message: reason.message } }
    }
  },
})

/** The assignments that began or ended with the call, of the one the entry is about. */
async function rolesOf(
  db: Reads,
  entry: MarkedEntry,
  mark: 'begun_in' | 'ended_in',
): Promise<readonly NamedRole[]> {
  const { column, id } = subjectOf(entry)
  if (!id) return []
  const { rows } = await sql<NamedRole>`
    select r.name as role, p.name as project
      from assignment a join role r on r.id = a.role_id left join project p on p.id = a.project_id
      where ${sql.ref(`a.${column}`)} = ${id} and ${sql.ref(`a.${mark}`)} = ${entry.change}
        and (${mark === 'ended_in' ? 1 : 0} or a.until is null)
      order by a.project_id is not null, a.id limit 200
  `.execute(db)
  return rows
}

async function groupsOf(db: Reads, entry: MarkedEntry): Promise<readonly string[]> {
  const { member } = entry.facts
  if (typeof member !== 'string') return []
  const { rows } = await sql<{ name: string }>`
    select g.name from group_member p join "group" g on g.id = p.group_id
      where p.member_id = ${member} and p.ended_in = ${entry.change} order by g.name_key limit 200
  `.execute(db)
  return rows.map((row) => row.name)
}

function subjectOf({ facts, target }: MarkedEntry): { column: string; id: string | null } {
  if (typeof facts.member === 'string') return { column: 'member_id', id: facts.member }
  if (target && isId('grp', target.id)) return { column: 'group_id', id: target.id }
  return { column: 'invitation_id', id: target && isId('inv', target.id) ? target.id : null }
}
