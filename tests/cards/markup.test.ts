import { expect, test } from 'vitest'
import { clip, escapeMarkdown, link, markdownOf, plainOf, strong } from '../../src/cards/markup.ts'

const NIL = '\u200b'

test.each([
  ['建成5G基站4万个', '建成5G基站4万个'],
  ['<at id=all></at>', '&#60;at id=all&#62;&#60;/at&#62;'],
  ['[点我](http://x)', '&#91;点我&#93;(http://x)'],
  ['a_b_c ~~删~~ `码` $x$', 'a&#95;b&#95;c &#126;&#126;删&#126;&#126; &#96;码&#96; &#36;x&#36;'],
  ['&lt;b&gt;', '&#38;lt;b&#38;gt;'],
  ['- 一\n+ 二\n=== \n1. 三\n2) 四', '&#45; 一\n&#43; 二\n&#61;== \n1&#46; 三\n2&#41; 四'],
  ['|甲|乙|\n|---|---|', '&#124;甲&#124;乙&#124;\n&#124;---&#124;---&#124;'],
  ['    缩进\r\n# 标题', '缩进\n&#35; 标题'],
  [':OK: 10:30:00', '&#58;OK: 10:30:00'],
  ['2026-05-01 起3.5亿元', '2026-05-01 起3.5亿元'],
])('escapes %j', (words, markdown) => {
  expect(escapeMarkdown(words)).toBe(markdown)
})

test.each([
  ['已建**9家**，序时', '已建**9家**，序时'],
  ['占**9%**左右', `占**9%${NIL}**左右`],
  ['**“云港”**一期', `**${NIL}“云港”${NIL}**一期`],
  ['2**3**4', '2**3**4'],
  ['** 不是 **', '&#42;&#42; 不是 &#42;&#42;'],
  ['**只开了头', '&#42;&#42;只开了头'],
  ['**a_b**- 不在行首', '**a&#95;b**- 不在行首'],
  ['**甲**\n- 乙', '**甲**\n&#45; 乙'],
])('keeps emphasis of %j', (words, markdown) => {
  expect(markdownOf(words)).toBe(markdown)
})

test('plain words lose the mark and nothing else', () => {
  expect(plainOf('已建**9家**（**75%**）*')).toBe('已建9家（75%）*')
})

test('emphasis of nothing is nothing', () => {
  expect(strong('  ')).toBe('')
})

test.each([
  ['https://a.cn/x(1)', '[看](https://a.cn/x%281%29)'],
  ['/documents/3?start=1&end=9#hit', '[看](/documents/3?start=1&end=9#hit)'],
  ['javascript:alert(1)', '看'],
  ['//evil.example', '看'],
  ['/\\evil.example', '看'],
  ['', '看'],
])('links to %j', (url, markdown) => {
  expect(link('看', url)).toBe(markdown)
})

test('clipping keeps surrogate pairs whole', () => {
  expect(clip('𠮷𠮷𠮷', 4)).toBe('𠮷…')
  expect(clip('四个字呀', 4)).toBe('四个字呀')
})
