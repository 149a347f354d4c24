import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readIndicators } from '../../../ingest/extract/table/indicator.ts'
import type { RawFile } from '../../../ingest/types.ts'
import type { Indicator } from '../../../src/domain/document.ts'
import { docx, line, table } from '../../read/make-docx.ts'
import { linesOf } from './read-tables.ts'

const SHARED = resolve(import.meta.dirname, '../../../../shared')

const show = (i: Indicator): string =>
  [i.group ?? '', i.name, i.unit ?? '', i.target ?? '/', i.value ?? '', i.period ?? '', i.note ?? ''].join(
    '|',
  )
const indicatorsOf = async (file: RawFile | string): Promise<string[]> =>
  readIndicators(await linesOf(file)).indicators.map(show)

const PLAN = '云川市数字经济发展“十五五”规划\n\n'

describe('indicator tables flattened to lines', () => {
  test('groups broken over two lines, a repeated head, a name with Latin words', async () => {
    const text = `${PLAN}主要目标表\n\n指标 单位 目标值\n\n总体\n数字经济增加值占 GDP比重 % 11\n\n数字新\n\n基建\n\n每万人 5G基站数 个/万人 30\n指标 单位 目标值\n\n产业数\n\n字化\n\n线上交易额 亿元 25000\n\n三、重点任务\n\n（一）夯实基础。\n`
    expect(await indicatorsOf(text)).toEqual([
      '总体|数字经济增加值占GDP比重|%|11|11|2030|',
      '数字新基建|每万人5G基站数|个/万人|30|30|2030|',
      '产业数字化|线上交易额|亿元|25000|25000|2030|',
    ])
  })

  test('years as columns, an attribute, bounds and dashes', async () => {
    const text =
      '云川市行动方案（2026—2028年）\n指标体系\n序号 指标名称 单位 2025年 2028年 属性\n1 机架数 万个 3 4.5 预期性\n2 开放率 % — ≥80 约束性\n3 接入率 % 60 90以上 预期性\n'
    expect(await indicatorsOf(text)).toEqual([
      '|机架数|万个|3|3|2025|预期性',
      '|机架数|万个|4.5|4.5|2028|预期性',
      '|开放率|%|/||2025|约束性',
      '|开放率|%|≥80|80|2028|约束性',
      '|接入率|%|60|60|2025|预期性',
      '|接入率|%|90以上|90|2028|预期性',
    ])
  })

  test('one cell a line', async () => {
    const text = `${PLAN}主要指标\n指标\n单位\n2030年目标值\n机架数\n万个\n4.5\n开放率\n%\n80\n接入率\n%\n90\n`
    expect(await indicatorsOf(text)).toEqual([
      '|机架数|万个|4.5|4.5|2030|',
      '|开放率|%|80|80|2030|',
      '|接入率|%|90|90|2030|',
    ])
  })

  test('prose that speaks of indicators is none', async () => {
    expect(await indicatorsOf('主要指标如下。\n指标 单位 目标值\n各单位要认真落实，确保完成。\n')).toEqual([])
    expect(await indicatorsOf('序号 任务 责任单位\n1 建厂 市工信局\n')).toEqual([])
  })
})

describe('indicator tables with cells', () => {
  test('Word: merged groups, unit in the name, two years', async () => {
    const rows = [
      ['类别', '指标名称', '2025年现状', '2028年目标'],
      ['设施', '机架数（万个）', '3', '4.5'],
      [null, '开放率（%）', '60%', '80%'],
    ]
    expect(await indicatorsOf(await docx([line('主要指标'), table(rows)]))).toEqual([
      '设施|机架数|万个|3|3|2025|现状',
      '设施|机架数|万个|4.5|4.5|2028|',
      '设施|开放率|%|60%|60|2025|现状',
      '设施|开放率|%|80%|80|2028|',
    ])
  })

  test('tabs', async () => {
    const text = '主要指标\n指标\t单位\t2028年目标\n机架数\t万个\t4.5\n开放率\t%\t80\n'
    expect(await indicatorsOf(text)).toEqual(['|机架数|万个|4.5|4.5|2028|', '|开放率|%|80|80|2028|'])
  })

  test('every cell says where it stands', async () => {
    const doc = await linesOf('主要指标\n指标\t单位\t2028年目标\n机架数\t万个\t4.5\n开放率\t%\t80\n')
    const places = readIndicators(doc).indicators.map((i) =>
      doc.file.text.slice(i.source.start, i.source.end),
    )
    expect(places).toEqual(['4.5', '80'])
  })
})

interface Gold {
  readonly rows: readonly {
    readonly group: string
    readonly indicator: string
    readonly unit: string
    readonly target_2025: number
  }[]
}

describe.skipIf(!existsSync(SHARED))('labelled tables', () => {
  test('the indicator table of a real plan, row by row', async () => {
    const gold = JSON.parse(readFileSync(join(SHARED, 'gold/indicators.json'), 'utf8')) as Gold
    const file = readdirSync(join(SHARED, 'seeds')).find((f) => f.startsWith('001')) ?? ''
    const doc = await linesOf({ name: file, bytes: readFileSync(join(SHARED, 'seeds', file)) })
    const got = readIndicators(doc).indicators.map((i) => [
      i.group,
      i.name,
      i.unit,
      i.value,
      i.period,
      i.certain,
    ])
    expect(got).toEqual(gold.rows.map((r) => [r.group, r.indicator, r.unit, r.target_2025, '2025', true]))
  })
})
