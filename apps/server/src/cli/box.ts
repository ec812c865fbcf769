import { resolve } from 'node:path'
import type { Command } from 'commander'
import { type Configuration, calledFrom, loadConfiguration } from '../configuration.ts'
import { EXIT, type Exit } from './outcome.ts'
import type { Terminal } from './terminal.ts'

/** Everything that a command on the box needs of its surroundings. */
export interface Box {
  readonly terminal: Terminal
  /** Throws a `ConfigurationError` where a variable is wrong. */
  configuration(): Configuration
  /** The data directory: as said with --data, else as configured. */
  dataDirectory(said: string | undefined): string
  /** Runs a command; what it answers is how the process ends. */
  run<Arguments extends unknown[]>(
    work: (...given: Arguments) => Promise<Exit> | Exit,
  ): (...given: Arguments) => Promise<void>
  /** How the process ends. */
  readonly exit: { code: Exit }
}

/** Where the process was started decides what .env and ./data are; from then on it is where it was called from. */
export function openBox(terminal: Terminal): Box {
  const home = process.cwd()
  const read = attempt(loadConfiguration)
  process.chdir(calledFrom())
  return createBox(terminal, home, () => {
    if ('problem' in read) throw read.problem
    return read.value
  })
}

/** The surroundings of commands, out of these parts. */
export function createBox(terminal: Terminal, home: string, configuration: () => Configuration): Box {
  const exit: Box['exit'] = { code: EXIT.ok }
  return {
    terminal,
    exit,
    configuration,
    dataDirectory: (said) => (said === undefined ? resolve(home, configuration().data) : resolve(said)),
    run:
      (work) =>
      async (...given) => {
        exit.code = await work(...given)
      },
  }
}

function attempt<T>(work: () => T): { readonly value: T } | { readonly problem: unknown } {
  try {
    return { value: work() }
  } catch (problem) {
    return { problem }
  }
}

/** What every command on the box takes. */
export interface BoxOptions {
  readonly data?: string
  readonly json?: true
}

/** Gives a command the options of all, and its examples. */
export function onTheBox(
  command: Command,
  examples: readonly (readonly [line: string, what: string])[],
): Command {
  const widest = Math.max(...examples.map(([line]) => line.length))
  const lines = examples.map(([line, what]) => `  $ ${line.padEnd(widest)}  ${what}`)
  return command
    .option('--data <directory>', 'data directory, instead of ROSTER_DATA')
    .option('--json', 'print the result as JSON, and nothing else, on standard output')
    .addHelpText('after', `\nExamples:\n${lines.join('\n')}`)
}
