import { backup, DatabaseSync } from 'node:sqlite'

// As much of sqlite3 as the samples use, for machines that have none: `node sqlite3.ts -readonly file 'select 1'`.
const [file = '', sql = ''] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const database = new DatabaseSync(file, { readOnly: process.argv.includes('-readonly') })
const copy = /^\.backup\s+(\S+)$/.exec(sql)?.[1]
if (copy) await backup(database, copy)
else {
  const rows = database.prepare(sql).all()
  process.stdout.write(rows.map((row) => `${Object.values(row).join('|')}\n`).join(''))
}
database.close()
