import { Command, CommanderError } from 'commander'
import { EXIT, type Exit, type Io } from './io.ts'
import { registerRemote } from './register.ts'

/** Runs the commands for a Roster elsewhere by themselves, without those on the box; answers with what they end. */
export async function runRemote(words: readonly string[], io: Io): Promise<Exit> {
  let exit: Exit = EXIT.ok
  const program = new Command('roster').exitOverride().configureOutput({
    writeOut: (text) => io.terminal.say(text.trimEnd()),
    writeErr: (text) => io.terminal.note(text.trimEnd()),
  })
  registerRemote(program, {
    ...io,
    end(code) {
      exit = code
      io.end(code)
    },
  })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return exit
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 ? EXIT.ok : EXIT.usage
  }
}
