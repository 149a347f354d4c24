import { defineConfig } from 'vitest/config'

const FEISHU = 'tests/feishu/**/*.test.ts'

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'all', include: ['tests/**/*.test.ts'], exclude: [FEISHU] } },
      // These share a database and the platform's SDK, which take longer to open than their tests to run.
      { extends: true, test: { name: 'feishu', include: [FEISHU], isolate: false } },
    ],
  },
})
