import { defineConfig } from 'vitest/config'

const FEISHU = 'tests/feishu/**/*.test.ts'
/** They kill processes, drive a browser or read the settings of their own process. */
const APART = ['tests/{cli,eval,remind,web}/**/*.test.ts', 'tests/*.test.ts']

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'apart', include: APART } },
      // One process for many files: loading dictionaries, the segmenter and the database anew for each took as long as the tests.
      {
        extends: true,
        test: { name: 'all', include: ['tests/**/*.test.ts'], exclude: [FEISHU, ...APART], isolate: false },
      },
      // These share a database and the platform's SDK, which take longer to open than their tests to run.
      { extends: true, test: { name: 'feishu', include: [FEISHU], isolate: false } },
    ],
  },
})
