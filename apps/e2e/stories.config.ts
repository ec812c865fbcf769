import { defineConfig } from 'vitest/config'

// Stories, each with a server and browsers of its own. The harness's own tests are `*.test.ts` and run with `npm test`.
export default defineConfig({
  test: {
    include: ['stories/**/*.story.ts'],
    testTimeout: 120_000,
    hookTimeout: 30_000,
    maxWorkers: 3,
    expect: { poll: { timeout: 10_000, interval: 50 } },
  },
})
