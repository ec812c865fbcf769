import type { Command } from 'commander'
import { type Box, type BoxOptions, onTheBox } from '../box.ts'

/** What it is told. */
export type MigrateOptions = BoxOptions & { readonly check?: true; readonly backup: boolean }

/** `roster migrate`: the schema of this release, without serving. */
export function migrateCommand(program: Command, box: Box): void {
  const command = program
    .command('migrate')
    .summary('bring the database up to this release')
    .description(
      'Brings the database up to this release without serving. A backup is made first, into the data directory. ' +
        'Stop the server before. The server does the same when it starts, without a backup.',
    )
    .option('--check', 'say which migrations would run, and change nothing; ends with 4 if there are any')
    .option('--no-backup', 'make no backup first')
  onTheBox(command, [
    ['roster migrate --check', 'what an upgrade would do'],
    ['roster migrate', 'do it'],
  ]).action(
    box.run(async (options: MigrateOptions) => {
      const { migrate } = await import('../work/migrate.ts')
      return migrate(box, options)
    }),
  )
}
