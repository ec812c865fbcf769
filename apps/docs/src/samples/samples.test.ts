import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blocksOf } from '../markdown/fence.ts'
import { buildSite } from '../site/build-site.ts'
import { readSources } from '../site/read-sources.ts'
import { writeSite } from '../site/write-site.ts'
import { isRun, SHOWN } from './languages.ts'
import { runSamples } from './run-samples.ts'
import { world } from './world.ts'

/** Pages whose samples are run: all that tell somebody what to do. Measurements and decisions tell what was done. */
const TELLING = /^(?:guides\/.*|audit|)$/

const folder = fileURLToPath(new URL('../..', import.meta.url))
const pages = readSources(folder)
  .filter(({ path }) => TELLING.test(path))
  .map(({ path, markdown }) => ({ path: path || 'index', blocks: blocksOf(markdown) }))

/** A page may call the command line many times, each a process of its own on a busy machine. */
const WITHIN_MS = 240_000

/** A longer list means that samples are not run any more. */
const MOST_UNRUN = 8

test('every block is of a language that is run, or is said to be something to look at', () => {
  const unknown = pages.flatMap(({ path, blocks }) =>
    blocks
      .filter(({ language }) => !isRun(language) && !SHOWN.has(language))
      .map(({ language, line }) => `${path}:${line}: ${language || 'no language'}`),
  )
  expect(unknown).toEqual([])
})

test('what is not run says why, and is little', () => {
  const unrun = pages.flatMap(({ blocks }) => blocks.filter((block) => block.unrun !== null))
  for (const { unrun: reason } of unrun) expect(reason).toMatch(/\w+ \w+ \w+/)
  expect(unrun.length).toBeLessThanOrEqual(MOST_UNRUN)
})

const built = mkdtempSync(join(tmpdir(), 'roster-docs-'))
const docs = join(built, 'dist')
beforeAll(async () => writeSite((await buildSite(readSources(folder), `${folder}images`)).files, docs))
afterAll(() => rmSync(built, { recursive: true }))

const running = pages.filter(({ blocks }) =>
  blocks.some(({ language, unrun }) => unrun === null && isRun(language)),
)

test('there are samples to run', () => {
  expect(running.length).toBeGreaterThan(3)
})

test.each(running)(
  'the samples of $path run against a real server',
  { timeout: WITHIN_MS },
  async ({ blocks }) => {
    const place = await world({ docs })
    try {
      await runSamples(blocks, place)
    } finally {
      await place.end()
    }
  },
)

const WITH_TOOLS = ['audit', 'guides/backup-and-upgrade', 'guides/operating', 'guides/security']
test.each(running.filter(({ path }) => WITH_TOOLS.includes(path)))(
  'the samples of $path run where curl and sqlite3 have to be stood in for',
  { timeout: WITHIN_MS },
  async ({ blocks }) => {
    const place = await world({ docs, bare: true })
    try {
      await runSamples(blocks, place)
    } finally {
      await place.end()
    }
  },
)

/** What a page with these lines comes to. */
async function outcomeOf(markdown: string): Promise<string> {
  const place = await world({ docs })
  try {
    await runSamples(blocksOf(markdown), place)
    return 'well'
  } catch (problem) {
    return problem instanceof Error ? problem.message : String(problem)
  } finally {
    await place.end()
  }
}

test('a sample that fails, prints something else or cannot be read fails the test, by its line', async () => {
  expect(await outcomeOf('# A\n\n```sh\na=1\n```\n\n```sh\necho "$a"\n```\n\n```text output\n1\n```\n')).toBe(
    'well',
  )
  expect(await outcomeOf('```sh\nfalse\n```\n')).toMatch(/^line 1: /)
  expect(await outcomeOf('```sh\necho "$unset"\n```\n')).toMatch(/^line 1: /)
  expect(await outcomeOf('```sh\necho 1\n```\n\n```text output\n2\n```\n')).toMatch(/^line 5: documented is/)
  expect(await outcomeOf('```json\n{ a: 1 }\n```\n')).toMatch(/^line 1: /)
  expect(await outcomeOf('```yaml\na: [\n```\n')).toMatch(/^line 1: /)
  expect(await outcomeOf('```ts\nthrow new Error(String(20 + 1))\n```\n')).toContain('21')
})
