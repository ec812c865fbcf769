import type { ImportCounts, ImportId, ImportState, Instant, OrganizationId } from '@roster/domain'
import { rowsDone } from '@roster/domain'
import { type Person, peopleOf } from '../platform/people.ts'
import type { Reads } from '../platform/writer.ts'
import type { StoredImport } from './store.ts'

/** An import as a list shows it. */
export interface ListedImport extends ImportCounts {
  readonly id: ImportId
  /** What the file was called. */
  readonly name: string
  readonly state: ImportState
  readonly total: number
  readonly done: number
  readonly reason: string | null
  readonly createdBy: Person | null
  readonly createdAt: Instant
  readonly closedAt: Instant | null
  /** Whether its rows are gone, and only how many came to what is left. */
  readonly purged: boolean
}

/** Imports with who began them. */
export async function listedImports(
  db: Reads,
  organization: OrganizationId,
  imports: readonly StoredImport[],
): Promise<readonly ListedImport[]> {
  const people = await peopleOf(
    db,
    organization,
    imports.map((one) => one.createdBy),
  )
  return imports.map(({ organization: _, rows, loaded: __, createdBy, purgedAt, ...one }) => ({
    ...one,
    total: rows,
    done: rowsDone(one),
    createdBy: people.get(createdBy) ?? null,
    purged: purgedAt !== null,
  }))
}
