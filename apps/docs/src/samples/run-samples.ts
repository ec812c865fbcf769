import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseYaml } from 'yaml'
import type { Block } from '../markdown/fence.ts'
import { isAs, printsAs } from './compare.ts'
import { isRun, type RunLanguage } from './languages.ts'
import type { World } from './world.ts'

const WITHIN_MS = 60_000
const MOST_OUTPUT_BYTES = 16 * 1_048_576

/** A title that is the name of a file: the block is written under it, for the samples after it. */
const FILE = /^[\w-][\w.-]*\.\w+$/

/**
 * Runs the blocks of a page in their order, in one folder: a shell keeps its variables from block to block. Programs
 * must end with 0, JSON and YAML must be readable, and what follows as `output` is what was printed. Throws with the
 * line of the page where that is not so.
 */
export async function runSamples(blocks: readonly Block[], world: World): Promise<void> {
  let printed = ''
  for (const block of blocks) {
    try {
      if (block.output) compare(block, printed)
      else if (block.unrun === null) printed = await run(block, world)
    } catch (problem) {
      throw new Error(`line ${block.line}: ${problem instanceof Error ? problem.message : String(problem)}`, {
        cause: problem,
      })
    }
  }
}

function compare({ language, text }: Block, printed: string): void {
  const same = language === 'json' ? isAs(JSON.parse(text), JSON.parse(printed)) : printsAs(text, printed)
  if (!same) throw new Error(`documented is\n${text}\nprinted was\n${printed}`)
}

async function run({ language, title, text, line }: Block, { folder, environment }: World): Promise<string> {
  const named = title !== null && FILE.test(title)
  if (named) writeFileSync(join(folder, title), text)
  if (!isRun(language)) return ''
  const file = named ? title : `sample-${line}.${language}`
  const start = (command: string, args: readonly string[], input = '') =>
    program(command, args, { folder, environment, input })
  const write = () => {
    writeFileSync(join(folder, file), text)
    return file
  }
  const ways: Readonly<Record<RunLanguage, () => Promise<string> | string>> = {
    sh: () => start('sh', ['-eu'], shellKeepingVariables(text)),
    ts: () => start(process.execPath, [write()]),
    js: () => start(process.execPath, ['--input-type=module'], text),
    python: () => start('python3', ['-'], text),
    json: () => String(JSON.parse(text)),
    yaml: () => String(parseYaml(text)),
    csv: () => '',
  }
  return ways[language]()
}

/** What a block sets the next one has, as in the terminal of whoever follows the page. */
function shellKeepingVariables(text: string): string {
  return `[ ! -f .kept ] || . ./.kept\nset -a\n${text}\nset +a\nexport -p > .kept\n`
}

interface Place {
  readonly folder: string
  readonly environment: Readonly<Record<string, string>>
  readonly input: string
}

function program(
  command: string,
  args: readonly string[],
  { folder, environment, input }: Place,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      command,
      args,
      { cwd: folder, env: environment, timeout: WITHIN_MS, maxBuffer: MOST_OUTPUT_BYTES },
      (problem, output, complaint) => {
        if (problem) reject(new Error(`${problem.message}\n${output}${complaint}`))
        else resolve(output)
      },
    )
    child.stdin?.end(input)
  })
}
