import { createInterface } from 'node:readline/promises'
import type { WriteStream } from 'node:tty'
import { Presets, SingleBar } from 'cli-progress'
import pc from 'picocolors'

type Colors = ReturnType<typeof pc.createColors>

/** How far long work is. */
export interface Progress {
  to(done: number, of: number): void
  /** Takes the bar away. */
  end(): void
}

/** Where a command speaks. What it found goes to standard output, everything else to standard error. */
export interface Terminal {
  /** For standard output. */
  readonly colors: Colors
  /** Whether a question would be seen and answered. */
  readonly interactive: boolean
  /** A line of the result. */
  say(line?: string): void
  /** A piece of the result as it is; resolves when there is room for more. */
  write(text: string): Promise<void>
  /** A line about the work, for people only. */
  note(line: string): void
  /** Where commander writes: help that was asked for, and what is wrong with the words. */
  readonly help: { writeOut(text: string): void; writeErr(text: string): void }
  /** A bar on standard error while the work takes; nothing where that is no terminal. */
  progress(what: string): Progress
  /** Asks on standard error, and answers what was typed. */
  ask(question: string): Promise<string>
}

/** The terminal of this process. Colour is for terminals that want it: NO_COLOR and `color: false` take it away. */
export function processTerminal({
  color,
  quiet,
}: {
  readonly color: boolean
  readonly quiet: boolean
}): Terminal {
  const { stdin, stdout, stderr } = process
  return {
    colors: pc.createColors(color && takesColor(stdout)),
    interactive: stdin.isTTY === true && stderr.isTTY === true,
    say: (line = '') => void stdout.write(`${line}\n`),
    write: (text) =>
      new Promise((resolve, reject) => {
        stdout.write(text, (problem) => (problem ? reject(problem) : resolve()))
      }),
    note: (line) => void stderr.write(`${line}\n`),
    help: { writeOut: (text) => void stdout.write(text), writeErr: (text) => void stderr.write(text) },
    progress: (what) => (stderr.isTTY === true && !quiet ? bar(what, stderr) : NO_BAR),
    async ask(question) {
      const reading = createInterface({ input: stdin, output: stderr })
      try {
        return (await reading.question(question)).trim()
      } finally {
        reading.close()
      }
    },
  }
}

function takesColor(stream: WriteStream): boolean {
  return stream.isTTY === true && stream.hasColors()
}

const NO_BAR: Progress = { to: () => undefined, end: () => undefined }

function bar(what: string, stream: WriteStream): Progress {
  const drawn = new SingleBar(
    {
      stream,
      format: `${what} {bar} {percentage} % · {value} of {total}`,
      clearOnComplete: true,
      hideCursor: true,
      fps: 12,
      barsize: 30,
    },
    Presets.shades_classic,
  )
  let begun = false
  return {
    to(done, of) {
      if (begun) {
        drawn.setTotal(of)
        drawn.update(done)
      } else drawn.start(of, done)
      begun = true
    },
    end() {
      if (begun) drawn.stop()
      begun = false
    },
  }
}
