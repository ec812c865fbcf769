// Runs the stories against the built server: `npm run e2e`, or `npm run e2e -- invite` for files named so.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { startVitest } from 'vitest/node'
import { chromiumPath } from './src/chromium.ts'
import { REPOSITORY } from './src/repository.ts'

if (!existsSync(join(REPOSITORY, 'apps/web/dist/index.html'))) {
  console.error('The dashboard is not built. Run `npm run e2e`, which builds it first.')
  process.exit(1)
}
const chromium = chromiumPath()
if (chromium === null) {
  console.error('No Chromium found. Install it (apt-get install chromium) or name one in ROSTER_CHROMIUM.')
  process.exit(1)
}

const root = import.meta.dirname
const vitest = await startVitest('test', process.argv.slice(2), {
  root,
  config: join(root, 'stories.config.ts'),
  watch: false,
  reporters: ['verbose'],
  env: { ROSTER_CHROMIUM: chromium },
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
if (passed + failed === 0) {
  console.error('No story was told.')
  failed = 1
}
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)
