import type { Command } from 'commander'
import { makeBackup } from '../backup/make.ts'
import { fingerprint } from '../backup/manifest.ts'
import { bytesInWords, counted } from '../doctor/words.ts'
import { existingData } from '../existing-data.ts'
import { type Box, type BoxOptions, onTheBox } from './box.ts'
import { EXIT, type Exit } from './outcome.ts'

/** `roster backup`: a verified copy of a Roster, running or not. */
export function backupCommand(program: Command, box: Box): void {
  const command = program
    .command('backup')
    .summary('copy the database and the key, verified')
    .description(
      'Backs up the database as it is at one moment, the instance key and a manifest into a new folder, or into one ' +
        'archive where the name ends with .tar, .tar.gz or .tgz. The server may go on running. The copy is verified ' +
        '(pages, references, audit trail) before it bears its name. Nothing is overwritten. The key opens links: keep ' +
        'a backup as you keep the data itself.',
    )
    .argument('<target>', 'a folder or an archive that is not there yet')
  onTheBox(command, [
    ['roster backup backups/2026-05-04', 'a folder'],
    ['roster backup /mnt/backups/roster-$(date +%F).tar.gz', 'one archive, each day'],
  ]).action(box.run((target: string, options: BoxOptions) => backup(box, target, options)))
}

async function backup({ terminal, ...box }: Box, target: string, options: BoxOptions): Promise<Exit> {
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
