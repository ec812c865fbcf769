import type { ImportCells, ImportId, ImportLine } from '@roster/domain'
import type { House, Part } from '../testing/house.ts'

/** For tests: files of people, and everything that becomes of them. */

export const acme = { organization: 'acme' }

/** The rows of a file with a line of headings. */
export function linesOf(rows: readonly ImportCells[]): readonly ImportLine[] {
  return rows.map((cells, index) => ({ line: index + 2, cells }))
}

/** Loads a file as one of the cast, in parts. */
export async function load(home: House, rows: readonly ImportCells[], as: Part = 'owner'): Promise<ImportId> {
  const { imports } = home.as(as)
  const { import: id } = await imports.open({ ...acme, name: 'people.csv', total: rows.length })
  const lines = linesOf(rows)
  for (let from = 0; from < lines.length; from += 1_000) {
    await imports.load({ ...acme, import: id, lines: lines.slice(from, from + 1_000) })
  }
  return id
}

/** Goes on with an import to its end, so many rows at a time. */
export async function finish(home: House, id: ImportId, most = 100, as: Part = 'owner') {
  const { imports } = home.as(as)
  let progress = await imports.run({ ...acme, import: id, most })
  while (progress.state === 'running') progress = await imports.run({ ...acme, import: id, most })
  return progress
}

/** What became of each row, with the columns and codes of what was wrong. */
export async function outcomes(home: House, id: ImportId): Promise<readonly string[]> {
  const { items } = await home.as('owner').imports.rows({ ...acme, import: id, most: 1_000 })
  return items.map(({ outcome, problems }) =>
    [outcome ?? 'open', ...problems.map(({ field, code }) => `${field} ${code}`)].join(', '),
  )
}

/** The same of a check. */
export async function checked(home: House, rows: readonly ImportCells[], as: Part = 'owner') {
  const found = await home.as(as).imports.check({ ...acme, lines: [...linesOf(rows)] })
  return found.map(({ outcome, problems }) =>
    [outcome, ...problems.map(({ field, code }) => `${field} ${code}`)].join(', '),
  )
}
