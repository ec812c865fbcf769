import { makeBackup } from '../../backup/make.ts'
import { fingerprint } from '../../backup/manifest.ts'
import { bytesInWords, counted } from '../../doctor/words.ts'
import { existingData } from '../../existing-data.ts'
import type { Box, BoxOptions } from '../box.ts'
import { EXIT, type Exit } from '../outcome.ts'

export async function backup({ terminal, ...box }: Box, target: string, options: BoxOptions): Promise<Exit> {
  const data = existingData(box.dataDirectory(options.data))
  let step = ''
  let progress = terminal.progress('Copying')
  const made = await makeBackup(data, target, Date.now(), (now, done, of) => {
    if (now !== step) {
      progress.end()
      step = now
      progress = terminal.progress(now)
    }
    progress.to(done, of)
  }).finally(() => progress.end())
  const { path, bytes, manifest } = made
  if (options.json) {
    terminal.say(JSON.stringify({ path, bytes, ...manifest }, null, 2))
    return EXIT.ok
  }
  const entries = manifest.chains.reduce((sum, { sequence }) => sum + sequence, 0)
  terminal.say(`Backed up to ${terminal.colors.bold(path)} (${bytesInWords(bytes)}).`)
  terminal.say(
    `It holds schema ${manifest.schema} and ${counted(entries, 'audit entry', 'audit entries')}, verified. Fingerprint ${fingerprint(manifest)}.`,
  )
  return EXIT.ok
}
