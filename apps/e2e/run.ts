// Runs the stories against the built server: `npm run e2e`, or `npm run e2e -- invite` for files named so.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startVitest } from 'vitest/node'
import { chromiumPath } from './src/chromium.ts'
import { REPOSITORY } from './src/repository.ts'

const built = join(REPOSITORY, 'apps/web/dist')
const documentation = join(REPOSITORY, 'apps/docs/dist')
if (!existsSync(join(built, 'index.html')) || !existsSync(join(documentation, 'llms.txt'))) {
  console.error('Dashboard or documentation is not built. Run `npm run e2e`, which builds both first.')
  process.exit(1)
}
const chromium = chromiumPath()
if (chromium === null) {
  console.error('No Chromium found. Install it (apt-get install chromium) or name one in ROSTER_CHROMIUM.')
  process.exit(1)
}

// The stories' own copies: building meanwhile takes nothing away from under them.
const copies = mkdtempSync(join(tmpdir(), 'roster-pages-'))
const pages = join(copies, 'pages')
const docs = join(copies, 'docs')
cpSync(built, pages, { recursive: true })
cpSync(documentation, docs, { recursive: true })

const root = import.meta.dirname
const vitest = await startVitest('test', process.argv.slice(2), {
  root,
  config: join(root, 'stories.config.ts'),
  watch: false,
  reporters: ['verbose'],
  env: { ROSTER_CHROMIUM: chromium, ROSTER_PAGES: pages, ROSTER_DOCS: docs },
})

let passed = 0
let failed = vitest.state.getUnhandledErrors().length
for (const file of vitest.state.getTestModules()) {
  failed += file.errors().length
  for (const story of file.children.allTests()) {
    const { state } = story.result()
    if (state === 'passed') passed += 1
    else if (state === 'failed') failed += 1
  }
}
await vitest.close()
rmSync(copies, { recursive: true, force: true })
if (passed + failed === 0) {
  console.error('No story was told.')
  failed = 1
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
