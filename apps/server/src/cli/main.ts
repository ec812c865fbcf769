import { CommanderError } from 'commander'
import { openBox } from './box.ts'
import { EXIT, explainedEnd } from './outcome.ts'
import { createProgram } from './program.ts'
import { processTerminal } from './terminal.ts'

/** The binary `roster`: reads the words, runs the command, and ends with its exit code. */
const words = process.argv.slice(2)
const terminal = processTerminal({
  color: !words.includes('--no-color'),
  quiet: words.includes('--json'),
})

// Whoever reads the result may stop early, as `head` does.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  process.exit(problem.code === 'EPIPE' ? EXIT.ok : EXIT.failed)
})

try {
  const box = openBox(terminal)
  await createProgram(box).parseAsync(words, { from: 'user' })
  process.exitCode ??= box.exit.code
} catch (error) {
  if (error instanceof CommanderError) {
    // It has said what there is to say already.
    process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage
  } else {
    const { words: said, exit } = await explainedEnd(error)
    terminal.note(`roster: ${said}`)
    process.exitCode = exit
  }
}
