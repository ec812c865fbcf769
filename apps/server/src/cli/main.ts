import { openBox } from './box.ts'
import { EXIT } from './outcome.ts'
import { runProgram } from './program.ts'
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

const box = openBox(terminal)
process.exitCode = await runProgram(box, words)
