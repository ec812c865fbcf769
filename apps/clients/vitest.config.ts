import { defineConfig } from 'vitest/config'

/** Real databases, servers and mail on a busy machine need patience; what is wrong fails by what it says. */
export default defineConfig({ test: { testTimeout: 60_000, hookTimeout: 60_000 } })
