import { defineConfig } from 'vitest/config'

/** Properties run hundreds of times: on a busy machine they need patience, not fewer runs. */
export default defineConfig({ test: { testTimeout: 30_000 } })
