import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Reads } from '../platform/writer.ts'

/**
 * A hash of every table's content, by table: equal before and after means that nothing was written anywhere. The
 * mark of the call at work is set before each and says nothing.
 */
export async function digestOf(house: {
  readonly deps: { readonly reader: Reads }
}): Promise<Record<string, string>> {
  const { reader } = house.deps
  // Virtual tables are read through the ones that hold their content.
  const tables = await sql<{ name: string }>`
    select name from sqlite_master where type = 'table' and sql not like 'create virtual%'
      and name <> 'present_change' order by name
  `.execute(reader)
  const digest: Record<string, string> = {}
  for (const { name } of tables.rows) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(reader)
    digest[name] = hash(
      'sha256',
      rows
        .map((row) => JSON.stringify(row, asText))
        .sort()
        .join('\n'),
    )
  }
  return digest
}

function asText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value
}
