import { describe, expect, test } from 'vitest'
import { askingLines } from '../../src/cli/asking-lines.ts'
import { readDutyWish } from '../../src/cli/duty-wish.ts'
import { misuseWords } from '../../src/cli/misuse.ts'

test.each([
  ["error: unknown command 'foo'", '没有“foo”这个命令'],
  ["error: unknown command 'aks'\n(Did you mean ask?)", '没有“aks”这个命令，是不是 ask'],
  ["error: unknown option '--nope'", '没有“--nope”这个选项'],
  ["error: missing required argument 'kind'", '少了 kind'],
  ["error: option '--today <date>' argument missing", '选项 --today <date> 后面少了内容'],
  ['error: too many arguments. Expected 0 arguments but got 1: x.', '多写了内容'],
])('%s', (said, words) => {
  expect(misuseWords(said)).toBe(`用法有误：${words}。加 --help 看用法。`)
})

describe('what a saying is asked with', () => {
  test.each([
    [{ today: '2026-13-40' }, '日期要写成 2026-11-21 这样'],
    [{ history: '{"a":1}' }, '要写成一组文字'],
    [{ history: 'x' }, '不是 JSON'],
  ])('%o', (options, words) => {
    expect(() => askingLines('第52项谁负责', options, '')).toThrow(words)
  })
})

describe('a word on a duty', () => {
  const wish = (what: string, key?: string) => () =>
    readDutyWish({ what, key, options: {}, today: '2026-11-22' }, [])

  test.each([
    ['foo', undefined, '不是“foo”'],
    ['move', undefined, '请写上报送要求的编号'],
    ['move', 'xxx', '没有编号为“xxx”的报送要求'],
    ['add', undefined, '--who'],
  ])('%s %s', (what, key, words) => {
    expect(wish(what, key)).toThrow(words)
  })
})
