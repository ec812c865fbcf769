import { once } from 'node:events'
import { createWriteStream, existsSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { exportFile } from '@roster/api'
import { NotAsThingsStand } from '../../as-things-stand.ts'
import { bytesInWords } from '../../doctor/words.ts'
import { openExisting } from '../../existing-data.ts'
import type { Box } from '../box.ts'
import type { ExportOptions } from '../commands/export.ts'
import { EXIT, type Exit } from '../outcome.ts'
import type { Terminal } from '../terminal.ts'
import { callerAs, contextAs, principal } from './acting.ts'

export async function exportTo({ terminal, ...box }: Box, options: ExportOptions): Promise<Exit> {
  const { org: organization, what, out } = options
  const format = options.format ?? (options.json ? 'json' : 'csv')
  if (out !== undefined && existsSync(out))
    throw new NotAsThingsStand(`${out} is there already. Nothing is overwritten: say another name.`)
  const opened = openExisting(box.dataDirectory(options.data), box.configuration())
  try {
    const { deps } = opened
    const { user } = await principal(deps, organization, options.as)
    const { name } = await callerAs(deps, user).exports.prepare({ organization, what, format })
    const { text } = await exportFile(contextAs(deps, user), name)
    if (out === undefined) {
      for await (const piece of text) await terminal.write(piece)
      return EXIT.ok
    }
    const bytes = await written(out, text)
    if (options.json) terminal.say(JSON.stringify({ organization, what, format, path: out, bytes }))
    else told(terminal, out, bytes)
    return EXIT.ok
  } finally {
    await opened.close()
  }
}

async function written(path: string, text: AsyncIterable<string>): Promise<number> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 })
  const ended = finished(file)
  for await (const piece of text) if (!file.write(piece)) await Promise.race([once(file, 'drain'), ended])
  file.end()
  await ended
  return file.bytesWritten
}

function told({ note }: Terminal, path: string, bytes: number): void {
  note(`Wrote ${path} (${bytesInWords(bytes)}).`)
}
