import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { loadPrompts } from '../../src/llm/prompt.ts'

const REAL = resolve(import.meta.dirname, '../../prompts')

test('the prompts of the house hold what the code fills in', () => {
  expect(loadPrompts(REAL).fill('answer', { today: '2026-11-22', question: '问', facts: '答' })).not.toMatch(
    /\{\{/,
  )
})

test.each([
  [
    'a hole is missing',
    (text: string) => text.replaceAll('{{facts}}', ''),
    /answer\.md 有误：缺少 \{\{facts\}\}/,
  ],
  ['a hole is unknown', (text: string) => `${text}{{fact}}`, /不认识 \{\{fact\}\}/],
])('%s', (_, spoil, message) => {
  const folder = mkdtempSync(join(tmpdir(), 'prompts-'))
  for (const name of ['understand', 'report', 'answer', 'converse']) {
    const text = readFileSync(join(REAL, `${name}.md`), 'utf8')
    writeFileSync(join(folder, `${name}.md`), name === 'answer' ? spoil(text) : text)
  }
  expect(() => loadPrompts(folder)).toThrow(message)
  rmSync(folder, { recursive: true })
})

test('a prompt that is not there', () => {
  expect(() => loadPrompts(join(tmpdir(), 'no-such-folder'))).toThrow(/读不到提示词文件/)
})
