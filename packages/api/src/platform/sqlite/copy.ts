import Sqlite from 'better-sqlite3'
import { openForReading } from './connection.ts'
import { explained } from './explained.ts'

/** Copied in one go: four megabytes, some milliseconds. */
const PAGES = 1_000

/**
 * Copies a database as it stands at this moment into another file, while others go on writing; `copied` is told how
 * many pages of how many are there. The copy is one file, without a write-ahead log. Throws with a sentence for the
 * operator when the file cannot be read.
 */
export async function copyDatabase(
  from: string,
  to: string,
  copied: (pages: number, of: number) => void,
): Promise<void> {
  try {
    const source = openForReading(from)
    try {
      // A snapshot is taken before the first page: otherwise every write of others would begin the copy anew.
      source.exec('begin')
      source.prepare('select count(*) from sqlite_schema').get()
      const { totalPages } = await source.backup(to, {
        progress({ totalPages, remainingPages }) {
          copied(totalPages - remainingPages, totalPages)
          return PAGES
        },
      })
      copied(totalPages, totalPages)
    } finally {
      source.close()
    }
    const copy = new Sqlite(to)
    copy.pragma('journal_mode = DELETE')
    copy.close()
  } catch (reason) {
    throw explained(reason, from)
  }
}
