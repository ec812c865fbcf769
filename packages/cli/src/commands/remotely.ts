import type { Command } from 'commander'
import { type Access, type AccessOptions, accessOf } from '../access.ts'
import type { Exit, Io } from '../io.ts'
import { stoppedBy } from '../stopped-by.ts'

/** Runs a command: what was typed, its options, and the Roster that they lead to. */
export type Work<Options, Connection> = (
  given: readonly string[],
  options: Options & AccessOptions,
  connection: Connection,
) => Promise<Exit>

/**
 * Gives a command what every one for a Roster elsewhere has: where it is, by whose key, about which organization,
 * JSON, and examples. It ends with what the work answers; what stops it is told on standard error.
 */
export function remotely<Options, Connection>(
  command: Command,
  { io, connect }: Reaching<Connection>,
  examples: readonly (readonly [line: string, what: string])[],
  work: Work<Options, Connection>,
): void {
  const widest = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, what]) => `  $ ${line.padEnd(widest)}  ${what}`)
  accessOptions(command)
    .addHelpText('after', `\nThe key comes from ROSTER_KEY or --key-file.\n\nExamples:\n${lines.join('\n')}`)
    .action(async () => {
      const options = command.opts<Options & AccessOptions & { readonly json?: true }>()
      const given = command.processedArgs.flat().map(String)
      await ending(
        io,
        async () => work(given, options, await connect(io, await accessOf(io, options))),
        options.json === true,
      )
    })
}

/** How a Roster elsewhere is reached. What that takes is loaded only then: most of the time somebody wants help. */
export type Reaching<Connection> = {
  readonly io: Io
  readonly connect: (io: Io, access: Access) => Promise<Connection>
}

/** The options that say which Roster, by whose key, and about which organization. */
export function accessOptions(command: Command): Command {
  return command
    .option('--url <address>', 'where Roster is, instead of ROSTER_URL')
    .option('--key-file <file>', 'a file that holds the key, instead of ROSTER_KEY')
    .option('--org <slug>', 'the organization, by short name or id, instead of ROSTER_ORG')
    .option('--json', 'print the result as JSON, and nothing else, on standard output')
}

/** Runs to its end, and answers and says with what the process ends; for a program why it was stopped is JSON, too. */
export async function ending(io: Io, work: () => Promise<Exit>, json = false): Promise<Exit> {
  const exit = await work().catch((error: unknown) => {
    const { message, code, exit } = stoppedBy(error)
    io.terminal.note(json ? JSON.stringify({ error: { code, message } }) : `roster: ${message}`)
    return exit
  })
  io.end(exit)
  return exit
}
