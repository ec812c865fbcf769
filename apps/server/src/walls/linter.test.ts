import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { REPOSITORY } from './tree.ts'

// Every wall that the linter holds is tried: with our own biome.json, in a folder where each of these files stands.

const IMPORTS = 'lint/style/noRestrictedImports'
const CLOCK = 'lint/nursery/noJsRestrictedProperties'
const ENVIRONMENT = 'lint/style/noProcessEnv'

/** Where it stands, what it says, and the rule that must object; null where none may. */
const ATTEMPTS = [
  ['packages/domain/src/a1.ts', "import { z } from 'zod'\nexport const a = z", IMPORTS],
  ['packages/domain/src/a2.ts', "import { hash } from 'node:crypto'\nexport const a = hash", IMPORTS],
  ['packages/domain/src/a3.ts', "import type { Deps } from '@roster/api'\nexport type A = Deps", IMPORTS],
  ['packages/domain/src/roles/a4.ts', "import { a } from '../ids.ts'\nexport const b = a", null],
  ['packages/domain/src/a5.ts', 'export const a = Date.now()', CLOCK],
  ['packages/domain/src/a6.ts', 'export const a = Math.random()', CLOCK],
  ['packages/domain/src/a7.ts', 'export const a = crypto.randomUUID()', CLOCK],
  ['packages/domain/src/a8.test.ts', "import fc from 'fast-check'\nexport const a = [fc, Date.now()]", null],
  [
    'packages/api/src/members/b1.ts',
    "import { TRPCError } from '@trpc/server'\nexport const b = TRPCError",
    IMPORTS,
  ],
  [
    'packages/api/src/members/b2.ts',
    "import { STATUS } from '../transport/status.ts'\nexport const b = STATUS",
    IMPORTS,
  ],
  [
    'packages/api/src/members/router.ts',
    "import { router } from '../transport/trpc.ts'\nexport const b = router",
    null,
  ],
  ['packages/api/src/roles/router.ts', "import { sql } from 'kysely'\nexport const b = sql", IMPORTS],
  [
    'packages/api/src/members/b5.ts',
    "import { randomUUID } from 'node:crypto'\nexport const b = randomUUID",
    IMPORTS,
  ],
  [
    'packages/api/src/members/b6.ts',
    "import { createHash } from 'node:crypto'\nexport const b = createHash",
    null,
  ],
  ['packages/api/src/members/b7.ts', 'export const b = Date.now()', CLOCK],
  ['packages/api/src/members/b8.ts', 'export const b = Math.random()', CLOCK],
  ['packages/api/src/outbox/b9.ts', 'export const b = performance.now()', CLOCK],
  ['packages/api/src/platform/c1.ts', "import { a } from '../members/store.ts'\nexport const c = a", IMPORTS],
  [
    'packages/api/src/platform/c2.ts',
    "import { a } from '../transport/trpc.ts'\nexport const c = a",
    IMPORTS,
  ],
  [
    'packages/api/src/platform/sqlite/c3.ts',
    "import { a } from '../../members/store.ts'\nexport const c = a",
    IMPORTS,
  ],
  ['packages/api/src/platform/sqlite/c4.ts', "import { a } from '../writer.ts'\nexport const c = a", null],
  ['packages/api/src/platform/c5.ts', 'export const c = Date.now()', null],
  ['apps/web/src/members/d1.ts', "import { readFile } from 'node:fs'\nexport const d = readFile", IMPORTS],
  ['apps/web/src/members/d2.ts', "import { sql } from 'kysely'\nexport const d = sql", IMPORTS],
  ['apps/web/src/members/d3.ts', "import { send } from '@roster/mail'\nexport const d = send", IMPORTS],
  ['apps/web/src/members/d4.ts', "import { decide } from '@roster/domain'\nexport const d = decide", null],
  [
    'apps/e2e/stories/e1.story.ts',
    "import { decide } from '@roster/domain'\nexport const e = decide",
    IMPORTS,
  ],
  [
    'apps/e2e/stories/e2.story.ts',
    "import { a } from '../../server/src/server.ts'\nexport const e = a",
    IMPORTS,
  ],
  [
    'apps/e2e/stories/e3.story.ts',
    "import { a } from '../../../packages/domain/src/ids.ts'\nexport const e = a",
    IMPORTS,
  ],
  ['apps/e2e/stories/e4.story.ts', "import { story } from '../src/story.ts'\nexport const e = story", null],
  ['apps/server/src/http/f1.ts', 'export const f = process.env.PORT', ENVIRONMENT],
  ['packages/api/src/platform/f2.ts', 'export const f = process.env.PORT', ENVIRONMENT],
  ['apps/server/src/configuration.ts', 'export const f = process.env', null],
  ['apps/server/bench/f4.ts', 'export const f = process.env', null],
  ['apps/server/src/g1.ts', 'export default 1', 'lint/style/noDefaultExport'],
  ['apps/web/vite.config.ts', 'export default 1', null],
  [
    'apps/server/src/g3.ts',
    "import { b } from './g4.ts'\nexport const a = () => b",
    'lint/suspicious/noImportCycles',
  ],
  [
    'apps/server/src/g4.ts',
    "import { a } from './g3.ts'\nexport const b = () => a",
    'lint/suspicious/noImportCycles',
  ],
  [
    'apps/server/src/g5.ts',
    'export const g = (a: string | null) => a!.length',
    'lint/style/noNonNullAssertion',
  ],
  ['apps/server/src/g6.ts', 'export const g = (a: any) => a', 'lint/suspicious/noExplicitAny'],
] as const

const Report = z.object({
  diagnostics: z.array(
    z.object({ category: z.string(), severity: z.string(), location: z.object({ path: z.string() }) }),
  ),
})

let folder: string
let objections: Map<string, string[]>

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'roster-walls-'))
  const configuration: unknown = JSON.parse(readFileSync(join(REPOSITORY, 'biome.json'), 'utf8'))
  const outsideGit = { ...z.record(z.string(), z.unknown()).parse(configuration), vcs: { enabled: false } }
  write('biome.json', JSON.stringify(outsideGit))
  for (const [path, text] of ATTEMPTS) write(path, `${text}\n`)
  objections = new Map()
  for (const { category, severity, location } of lint().diagnostics) {
    if (severity !== 'error' && severity !== 'fatal') continue
    objections.set(location.path, [...(objections.get(location.path) ?? []), category])
  }
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test.each(ATTEMPTS)('%s: %s', (path, _text, rule) => {
  expect(new Set(objections.get(path))).toEqual(new Set(rule === null ? [] : [rule]))
})

function write(path: string, text: string): void {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

function lint() {
  const biome = join(REPOSITORY, 'node_modules/.bin/biome')
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.']
  try {
    return Report.parse(
      JSON.parse(execFileSync(biome, args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' })),
    )
  } catch (problem) {
    // It ends with 1, as it should: there is something to find.
    const said = z.object({ stdout: z.string() }).parse(problem).stdout
    return Report.parse(JSON.parse(said))
  }
}
