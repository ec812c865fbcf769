import { registerRemote } from '@roster/cli'
import { Command, CommanderError } from 'commander'
import packageJson from '../../../../package.json' with { type: 'json' }
import type { Box } from './box.ts'
import { auditCommand } from './commands/audit.ts'
import { backupCommand } from './commands/backup.ts'
import { completionCommand } from './commands/completion.ts'
import { doctorCommand } from './commands/doctor.ts'
import { exportCommand } from './commands/export.ts'
import { importCommand } from './commands/import.ts'
import { keyCommand } from './commands/key.ts'
import { migrateCommand } from './commands/migrate.ts'
import { ownerCommand } from './commands/owner.ts'
import { restoreCommand } from './commands/restore.ts'
import { EXIT, type Exit, explainedEnd } from './outcome.ts'
import { remoteIo } from './remote-io.ts'

const ENDS = `
It ends with:
  0  done, or all is well
  1  it did not work, or what was looked at is not in order
  2  it was not said in a way that Roster understands
  3  Roster refuses, and nothing was changed
  4  done, with something to look at`

/** Carries out what the words ask for, and answers how to end; what went wrong is told on standard error. */
export async function runProgram(box: Box, words: readonly string[]): Promise<Exit> {
  try {
    await createProgram(box).parseAsync(asOption(words), { from: 'user' })
    return box.exit.code
  } catch (error) {
    // It has said what there is to say already.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    const { words: said, exit } = await explainedEnd(error)
    box.terminal.note(`roster: ${said}`)
    return exit
  }
}

/** `help owner add` is `owner add --help`: by itself `help` knows one word only. */
function asOption(words: readonly string[]): string[] {
  return words[0] === 'help' ? [...words.slice(1), '--help'] : [...words]
}

/** The whole tree of commands. Each registers itself; those for a Roster elsewhere come from @roster/cli. */
function createProgram(box: Box): Command {
  const program = new Command('roster')
    .description('Who is in your organization and what they may do: the command line of Roster.')
    .version(packageJson.version, '-V, --version', 'print the version')
    .option('--no-color', 'no colour, as with NO_COLOR')
    .helpCommand('help [command]', 'show how to use a command')
    .exitOverride()
    .configureOutput(box.terminal.help)
    .showHelpAfterError('(`roster help <command>` says how it is used)')
    .addHelpText('after', ENDS)

  program.commandsGroup('On the box, with the data directory:')
  doctorCommand(program, box)
  backupCommand(program, box)
  restoreCommand(program, box)
  migrateCommand(program, box)
  ownerCommand(program, box)
  auditCommand(program, box)
  exportCommand(program, box)
  importCommand(program, box)
  keyCommand(program, box)

  program.commandsGroup('For a Roster elsewhere, with a key:')
  registerRemote(program, remoteIo(box))

  program.commandsGroup('Besides:')
  completionCommand(program, box)
  return program
}
