import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reflow } from '../../src/web/reflow.ts'

const shown = (text: string, offset = 0) =>
  reflow(text, offset).map((p) => p.lines.map((l) => text.slice(l.start - offset, l.end - offset)).join(''))

/** Wrapped at 18 characters, a blank line between, as web copies of documents often are. */
const WRAPPED = [
  '云川市重点工作方案',
  '一、总体要求',
  '　　为把全年各项任务分到单位分到季度分到',
  '人，按季调度，按月通报，确保全年目标如期',
  '完成，特制定本方案。',
  '— 2 —',
  '　　各区要把任务列入本区工作要点，每季度报',
  '送一次进展，重要情况随时报告。',
  '二、任务',
  '1.新建智能工厂12家，技改投资增长百分之',
  '十五，由市经信局牵头。',
  '2.开通低空商业航线10条，由市交通运输局',
  '牵头。',
].join('\n\n')

describe('wrapped text', () => {
  test('becomes paragraphs', () => {
    expect(shown(WRAPPED)).toEqual([
      '云川市重点工作方案',
      '一、总体要求',
      '为把全年各项任务分到单位分到季度分到人，按季调度，按月通报，确保全年目标如期完成，特制定本方案。',
      '— 2 —',
      '各区要把任务列入本区工作要点，每季度报送一次进展，重要情况随时报告。',
      '二、任务',
      '1.新建智能工厂12家，技改投资增长百分之十五，由市经信局牵头。',
      '2.开通低空商业航线10条，由市交通运输局牵头。',
    ])
  })

  test('page numbers are furniture, figures in a sentence are not', () => {
    const furniture = reflow(WRAPPED).filter((p) => p.kind === 'furniture')
    expect(furniture.map((p) => p.lines.map((l) => WRAPPED.slice(l.start, l.end)))).toEqual([['— 2 —']])
  })

  test('every place holds, from any offset', () => {
    expect(shown(WRAPPED, 5000)).toEqual(shown(WRAPPED))
  })
})

test('rows of a table keep their cells, empty ones too; one line with tabs is no table', () => {
  const text = '前文\t旁注\n说明\n类别\t指标\t2026年\n总体\t增加值\t380\n\t占比\t12\n后文'
  const kinds = reflow(text).map((p) => [p.kind, ...p.lines.map((l) => text.slice(l.start, l.end))])
  expect(kinds).toEqual([
    ['words', '前文\t旁注'],
    ['words', '说明'],
    ['row', '类别', '指标', '2026年'],
    ['row', '总体', '增加值', '380'],
    ['row', '', '占比', '12'],
    ['words', '后文'],
  ])
})

test.each([
  ['', []],
  [' \n\n\t\n', []],
  ['一段\n两段', ['一段', '两段']],
  [
    `${'一句很长的话'.repeat(40)}\n短\n短\n短\n短\n短`,
    ['一句很长的话'.repeat(40), '短', '短', '短', '短', '短'],
  ],
  ['a\r\nb', ['a', 'b']],
])('text that is not wrapped stays as it is: %#', (text, paragraphs) => {
  expect(shown(text)).toEqual(paragraphs)
})

const REAL = resolve(import.meta.dirname, '../../../shared/seeds')
const files = (() => {
  try {
    return readdirSync(REAL).filter((f) => f.endsWith('.txt'))
  } catch {
    return []
  }
})()

test.skipIf(files.length === 0)('real documents lose no word and gain none', () => {
  for (const file of files) {
    const text = readFileSync(resolve(REAL, file), 'utf8')
    expect(shown(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  }
})
