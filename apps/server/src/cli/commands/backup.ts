import type { Command } from 'commander'
import { type Box, type BoxOptions, onTheBox } from '../box.ts'

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
  ]).action(
    box.run(async (target: string, options: BoxOptions) => {
      const { backup } = await import('../work/back-up.ts')
      return backup(box, target, options)
    }),
  )
}
