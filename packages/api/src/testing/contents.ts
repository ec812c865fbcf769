import { sql } from 'kysely'
import type { Deps } from '../platform/call.ts'

/** Everything in the database as one text: the same before and after, when a refused call has touched nothing. */
export async function contents({ reader }: Pick<Deps, 'reader'>): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`
    select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name <> 'present_change' order by name
  `.execute(reader)
  const dumps: unknown[] = []
  for (const { name } of tables) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(reader)
    dumps.push([name, rows])
  }
  return JSON.stringify(dumps, (_, value) => (typeof value === 'bigint' ? String(value) : value))
}
