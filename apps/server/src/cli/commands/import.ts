import type { Command } from 'commander'
import { type Box, type BoxOptions, onTheBox } from '../box.ts'

/** What it is told. */
export type ImportOptions = BoxOptions & {
  readonly org: string
  readonly as: string
  readonly dryRun?: true
  readonly column: readonly string[]
  readonly reason?: string
}

/** `roster import`: people out of a file, by the rules and the rights of whoever is named. */
export function importCommand(program: Command, box: Box): void {
  const command = program
    .command('import')
    .summary('invite and assign the people in a CSV file')
    .description(
      'Invites those in a CSV file who are not in the organization, and gives roles, groups and projects to those who ' +
        'are, as the import of the dashboard does: with the rights of the member named with --as, row by row. The audit ' +
        'trail names the operator, acting with their rights. Ends with 4 where rows were refused.',
    )
    .argument(
      '<file>',
      'CSV in UTF-8, - for standard input: email or username, role, groups, projects, message, expiry',
    )
    .requiredOption('--org <slug>', 'the organization, by short name or id')
    .requiredOption('--as <email>', 'with the rights of this member, best an owner')
    .option('--dry-run', 'say what would come of each row, and change nothing')
    .option('--column <field=heading>', 'which column says what, where it is not guessed', gather, [])
    .option('--reason <words>', 'kept with every role that is given')
  onTheBox(command, [
    ['roster import people.csv --org acme --as ada@acme.test --dry-run', 'look first'],
    ['roster import people.csv --org acme --as ada@acme.test', 'then do it'],
  ]).action(
    box.run(async (file: string, options: ImportOptions) => {
      const { importFrom } = await import('../work/import.ts')
      return importFrom(box, file, options)
    }),
  )
}

const gather = (one: string, before: readonly string[]) => [...before, one]
