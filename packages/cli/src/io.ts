import type { Instant } from '@roster/domain'
import type { Paint } from './code/tell/plan.ts'

/** How far long work is. */
export interface Progress {
  to(done: number, of: number): void
  /** Takes the bar away. */
  end(): void
}

/** Where a command speaks: what it found goes to standard output, everything else to standard error. */
export interface Terminal {
  readonly colors: Paint
  /** Whether a question would be seen and answered. */
  readonly interactive: boolean
  /** A line of the result. */
  say(line?: string): void
  /** A line about the work, for people only. */
  note(line: string): void
  progress(what: string): Progress
  ask(question: string): Promise<string>
}

/** Everything that a command for a Roster elsewhere needs of its surroundings. */
export interface Io {
  readonly terminal: Terminal
  /** The environment: `ROSTER_URL`, `ROSTER_KEY` and `ROSTER_ORG` are read. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** How wide the terminal is that the result goes to; null where it goes to a file or another program. */
  readonly columns: number | null
  readonly fetch: typeof fetch
  now(): Instant
  /** The text of a file, of standard input for `-`. */
  read(path: string): Promise<string>
  /** With what the process ends. */
  end(exit: Exit): void
}

/** What a command ends with; the same numbers on the box. */
export const EXIT = {
  ok: 0,
  /** It did not work. */
  failed: 1,
  /** It was not said in a way that Roster understands. */
  usage: 2,
  /** Roster refuses. */
  refused: 3,
  /** It was done, with something to look at. */
  remarks: 4,
} as const

export type Exit = (typeof EXIT)[keyof typeof EXIT]

/** Why a command ends without having done its work: what to tell, and with what it ends. */
export class Stopped extends Error {
  readonly exit: Exit
  /** Roster's own code of a refusal; null where the command line itself stopped. */
  readonly code: string | null

  constructor(exit: Exit, message: string, code: string | null = null) {
    super(message)
    this.name = 'Stopped'
    this.exit = exit
    this.code = code
  }
}

/** The words typed mean nothing, or not together. */
export function misused(message: string): Stopped {
  return new Stopped(EXIT.usage, message)
}
