import type { Command } from 'commander'
import { type Box, type BoxOptions, onTheBox } from '../box.ts'

/** What it is told. */
export type RestoreOptions = BoxOptions & {
  readonly replace?: true
  readonly keepSessions?: true
  readonly keepMail?: true
}

/** `roster restore`: a backup becomes the data. */
export function restoreCommand(program: Command, box: Box): void {
  const command = program
    .command('restore')
    .summary('put a backup into the data directory')
    .description(
      'Verifies a backup and puts it into the data directory, which has to be empty unless --replace is given; then ' +
        'what was there is put aside within it. Stop the server first. Mail and webhooks that waited when the backup ' +
        'was made are set aside, since they may have been sent since; everybody signs in anew; every audit trail tells of it. ' +
        'Whatever was revoked after the backup was made is open again: look through invitations and keys.',
    )
    .argument('<backup>', 'a folder or an archive made by `roster backup`')
    .option('--replace', 'put the data that is there aside, instead of refusing')
    .option('--keep-sessions', 'people who were signed in stay signed in')
    .option('--keep-mail', 'send the mail and webhooks that waited when the backup was made')
  onTheBox(command, [
    ['roster restore backups/2026-05-04', 'into an empty data directory'],
    ['roster restore --replace roster.tar.gz', 'instead of the data that is there'],
  ]).action(
    box.run(async (backup: string, options: RestoreOptions) => {
      const { restore } = await import('../work/restore.ts')
      return restore(box, backup, options)
    }),
  )
}
