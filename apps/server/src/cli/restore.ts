import type { Command } from 'commander'
import { type RestoreDone, restoreBackup } from '../backup/restore.ts'
import { counted } from '../doctor/words.ts'
import { type Box, type BoxOptions, onTheBox } from './box.ts'
import { EXIT, type Exit } from './outcome.ts'
import type { Terminal } from './terminal.ts'

type Options = BoxOptions & {
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
  ]).action(box.run((backup: string, options: Options) => restore(box, backup, options)))
}

async function restore({ terminal, ...box }: Box, backup: string, options: Options): Promise<Exit> {
  const progress = terminal.progress('Verifying')
  const done = await restoreBackup(
    {
      backup,
      data: box.dataDirectory(options.data),
      replace: options.replace ?? false,
      keepSessions: options.keepSessions ?? false,
      keepMail: options.keepMail ?? false,
    },
    () => Date.now(),
    progress.to,
  ).finally(progress.end)
  if (options.json) {
    const { manifest, ...said } = done
    terminal.say(JSON.stringify({ ...said, madeAt: manifest.madeAt, schema: manifest.schema }, null, 2))
  } else tell(terminal, done)
  return EXIT.ok
}

function tell({ say, colors }: Terminal, done: RestoreDone): void {
  say(`Restored ${colors.bold(done.data)} as it was at ${done.manifest.madeAt}.`)
  if (done.putAside) say(`What was there is in ${done.putAside}; delete it once you are sure.`)
  if (done.migrated.length > 0) say(`Brought up by ${counted(done.migrated.length, 'migration')}.`)
  const aside = `${counted(done.mailSetAside, 'mail')} and ${counted(done.deliveriesSetAside, 'webhook delivery', 'webhook deliveries')}`
  say(`${aside} set aside, ${counted(done.sessionsEnded, 'session')} ended.`)
  if (done.openInvitations + done.openKeys > 0) {
    const open = `${counted(done.openInvitations, 'invitation')} and ${counted(done.openKeys, 'API key')}`
    say(`${open} work as they did then. Look through them: what was revoked since works again.`)
  }
}
