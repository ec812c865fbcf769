import { join } from 'node:path'
import { openDatabase } from '@roster/api'
import { inspect, type SchemaState } from '@roster/api/operating'
import { NotAsThingsStand } from '../../as-things-stand.ts'
import { makeBackup } from '../../backup/make.ts'
import type { DataFiles } from '../../data-directory.ts'
import { counted } from '../../doctor/words.ts'
import { existingData, lockUnlessServed } from '../../existing-data.ts'
import type { Box } from '../box.ts'
import type { MigrateOptions } from '../commands/migrate.ts'
import { EXIT, type Exit } from '../outcome.ts'

export async function migrate({ terminal, ...box }: Box, options: MigrateOptions): Promise<Exit> {
  const data = existingData(box.dataDirectory(options.data))
  const { schema } = inspect(data.database)
  if (schema.version > schema.known) {
    throw new NotAsThingsStand(
      `The data was written by a newer Roster (schema ${schema.version}, this one knows ${schema.known}). Use that release.`,
    )
  }
  if (options.check) {
    if (options.json) terminal.say(JSON.stringify(schema, null, 2))
    else if (schema.waiting.length === 0) terminal.say(`Schema ${schema.version} is that of this release.`)
    else {
      terminal.say(
        `${counted(schema.waiting.length, 'migration')} would run, from schema ${schema.version} to ${schema.known}:`,
      )
      for (const name of schema.waiting) terminal.say(`  ${name}`)
    }
    return schema.waiting.length === 0 ? EXIT.ok : EXIT.remarks
  }
  const release = lockUnlessServed(data, 200)
  if (!release) throw new NotAsThingsStand('A server runs on this data directory. Stop it first.')
  try {
    const backup = schema.waiting.length > 0 && options.backup ? await backUp(data, schema) : null
    if (backup) terminal.note(`Backed up to ${backup}.`)
    const database = openDatabase(data.database)
    await database.close()
    if (options.json) {
      terminal.say(
        JSON.stringify({ from: schema.version, to: schema.known, ran: database.migrated, backup }, null, 2),
      )
    } else if (database.migrated.length === 0) {
      terminal.say(`Nothing to do: schema ${schema.version} is that of this release.`)
    } else {
      terminal.say(
        `Brought from schema ${schema.version} to ${schema.known} by ${counted(database.migrated.length, 'migration')}.`,
      )
    }
    return EXIT.ok
  } finally {
    release()
  }
}

async function backUp(data: DataFiles, { version }: SchemaState): Promise<string> {
  const now = Date.now()
  const moment = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')
  const folder = join(data.directory, `before-migration-${version}-${moment}`)
  const { path } = await makeBackup(data, folder, now, () => undefined)
  return path
}
