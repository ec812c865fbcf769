import { type RestoreDone, restoreBackup } from '../../backup/restore.ts'
import { counted } from '../../doctor/words.ts'
import type { Box } from '../box.ts'
import type { RestoreOptions } from '../commands/restore.ts'
import { EXIT, type Exit } from '../outcome.ts'
import type { Terminal } from '../terminal.ts'

export async function restore(
  { terminal, ...box }: Box,
  backup: string,
  options: RestoreOptions,
): Promise<Exit> {
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
