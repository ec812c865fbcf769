import {
  type ImportCells,
  type ImportCounts,
  type ImportId,
  type ImportLine,
  type ImportState,
  type Instant,
  type InvitationId,
  type MemberId,
  type OrganizationId,
  Refusal,
  type RowOutcome,
  type UserId,
} from '@roster/domain'
import { sql } from 'kysely'
import { listed } from '../platform/listed.ts'
import type { Reads, Transaction } from '../platform/writer.ts'

/** An import as the rules want it. */
export interface StoredImport extends ImportCounts {
  readonly id: ImportId
  readonly organization: OrganizationId
  readonly name: string
  readonly state: ImportState
  readonly reason: string | null
  readonly rows: number
  readonly loaded: number
  readonly createdBy: UserId
  readonly createdAt: Instant
  readonly closedAt: Instant | null
  readonly purgedAt: Instant | null
}

/** The import with this id in this organization. Refuses with `not-found`. */
export async function importIn(db: Reads, organization: OrganizationId, id: ImportId): Promise<StoredImport> {
  const row = await db
    .selectFrom('import')
    .selectAll()
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found', { field: 'import' })
  return importOf(row)
}

/** The newest first, so many of them behind so many others. */
export async function importsOf(
  db: Reads,
  organization: OrganizationId,
  { skip, wanted }: { readonly skip: number; readonly wanted: number },
): Promise<readonly StoredImport[]> {
  const rows = await db
    .selectFrom('import')
    .selectAll()
    .where('organization_id', '=', organization)
    .orderBy('id', 'desc')
    .limit(wanted)
    .offset(skip)
    .execute()
  return rows.map(importOf)
}

function importOf(
  row: {
    readonly id: ImportId
    readonly organization_id: OrganizationId
    readonly name: string
    readonly state: ImportState
    readonly reason: string | null
    readonly rows: number
    readonly loaded: number
    readonly created_by: UserId
    readonly created_at: Instant
    readonly closed_at: Instant | null
    readonly purged_at: Instant | null
  } & ImportCounts,
): StoredImport {
  const { id, name, state, reason, rows, loaded, invited, reinvited, assigned, unchanged, refused } = row
  return {
    ...{ id, name, state, reason, rows, loaded, invited, reinvited, assigned, unchanged, refused },
    organization: row.organization_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    closedAt: row.closed_at,
    purgedAt: row.purged_at,
  }
}

/** Writes an import that has no rows yet. */
export async function insertImport(
  tx: Transaction,
  {
    id,
    organization,
    name,
    reason,
    rows,
    by,
    now,
  }: Pick<StoredImport, 'id' | 'organization' | 'name' | 'reason' | 'rows'> & {
    readonly by: UserId
    readonly now: Instant
  },
): Promise<void> {
  await tx
    .insertInto('import')
    .values({
      id,
      organization_id: organization,
      name,
      reason,
      rows,
      state: 'loading',
      created_by: by,
      created_at: now,
      closed_at: null,
      closed_by: null,
      purged_at: null,
    })
    .execute()
}

/** Adds rows and answers how many there are; a line that is there already stays, so that a part can be sent twice. */
export async function insertRows(
  tx: Transaction,
  { id, organization }: Pick<StoredImport, 'id' | 'organization'>,
  lines: readonly ImportLine[],
): Promise<number> {
  await sql`
    insert or ignore into import_row (organization_id, import_id, line, cells)
      select ${organization}, ${id}, value ->> 'line', value -> 'cells' from json_each(${JSON.stringify(lines)})
  `.execute(tx)
  const { loaded } = await tx
    .selectFrom('import')
    .select('loaded')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return loaded
}

/** Moves an import on; one that has ended stays so. */
export async function setState(
  tx: Transaction,
  { id, organization }: Pick<StoredImport, 'id' | 'organization'>,
  { state, by, now }: { readonly state: ImportState; readonly by: UserId | null; readonly now: Instant },
): Promise<void> {
  const closed = state === 'finished' || state === 'cancelled'
  await tx
    .updateTable('import')
    .set({ state, closed_at: closed ? now : null, closed_by: closed ? by : null })
    .where('organization_id', '=', organization)
    .where('id', '=', id)
    .execute()
}

/** The next rows that nothing was done about yet, in the order of the file. */
export async function rowsToDo(db: Reads, id: ImportId, most: number): Promise<readonly ImportLine[]> {
  const rows = await db
    .selectFrom('import_row')
    .select(['line', 'cells'])
    .where('import_id', '=', id)
    .where('outcome', 'is', null)
    .orderBy('line')
    .limit(most)
    .execute()
  return rows.map(({ line, cells }) => ({ line, cells: cellsIn(cells) }))
}

/** What a row says, as it is stored. */
export function cellsIn(text: string): ImportCells {
  return JSON.parse(text)
}

/** The first rows done about each of these people. */
export async function linesAbout(
  db: Reads,
  id: ImportId,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ person: string; line: number }>`
    select person, min(line) as line from import_row
      where import_id = ${id} and person in ${listed(keys)} group by person
  `.execute(db)
  return new Map(rows.map(({ person, line }) => [person, line]))
}

/** What became of a row. */
export interface DoneRow {
  readonly line: number
  readonly person: string | null
  readonly outcome: RowOutcome
  readonly problems: readonly RowProblem[]
  readonly invitation: InvitationId | null
  readonly member: MemberId | null
}

/** Why a row was refused, by the column that is to be mended. */
export interface RowProblem {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** Keeps what became of rows. Each is done once: a second time the database refuses. */
export async function settleRows(tx: Transaction, id: ImportId, done: readonly DoneRow[]): Promise<void> {
  // One by one: joined to a list, SQLite walks through all rows of the import for each of the list.
  for (const { line, person, outcome, problems, invitation, member } of done) {
    await tx
      .updateTable('import_row')
      .set({
        person,
        outcome,
        problems: JSON.stringify(problems),
        invitation_id: invitation,
        member_id: member,
      })
      .where('import_id', '=', id)
      .where('line', '=', line)
      .execute()
  }
}

/** Takes out of imports what they say of a person whose account is deleted. */
export async function eraseFromImports(tx: Transaction, user: UserId): Promise<void> {
  await sql`
    update import_row set cells = '{}', problems = '[]', person = null
      where person = (select email from user where id = ${user})
        or person = (select '@' || username from user where id = ${user})
  `.execute(tx)
}
