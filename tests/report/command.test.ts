import { afterEach, expect, test, vi } from 'vitest'
import { run } from '../../src/cli/commands.ts'

afterEach(() => vi.restoreAllMocks())

/** What is wrong is said before any database is opened; exit 2 is misuse. */
test.each([
  [['report', '周报'], '没有“周报”这种报告'],
  [['report', 'monthly', '--period', '2026Q9'], '报送期“2026Q9”不对'],
  [['report', 'monthly', '--form', 'pdf'], '没有“pdf”这种形式'],
])('%j', async (argv, words) => {
  const said: string[] = []
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text))
    return true
  })
  expect(await run(argv)).toBe(2)
  expect(said.join('')).toContain(words)
})
