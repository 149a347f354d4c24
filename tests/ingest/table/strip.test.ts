import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cleanFile } from '../../../ingest/clean.ts'
import { readIndicators } from '../../../ingest/extract/table/indicator.ts'
import { readFile } from '../../../ingest/read/read.ts'
import { splitDocuments } from '../../../ingest/split.ts'
import type { Indicator } from '../../../src/domain/document.ts'
import { PARTS, type StripRow, stripText } from './make-strip.ts'
import { linesOf } from './read-tables.ts'

const SHARED = resolve(import.meta.dirname, '../../../../shared')
const read = async (rows: readonly StripRow[]) => readIndicators(await linesOf(stripText(rows)))
const certain = (all: readonly Indicator[], name: string): string[] =>
  all.filter((i) => i.certain && i.name === name).map((i) => `${i.period} ${i.by} ${i.target ?? '/'}`)

const WHOLE: StripRow = {
  name: '养护工程（公里）',
  leads: ['70.5', '141'],
  years: [
    ['70.5', '20.25', '30', '20.25'],
    ['70.5', '20.25', '50.25', '/'],
  ],
}
const SHARE: StripRow = {
  name: '覆盖率',
  leads: ['90%', '100%'],
  years: [
    ['95%', '90%', '100%', '/'],
    ['100%', '100%', '100%', '100%'],
  ],
}
const TORN: StripRow = {
  name: '就业岗位（个）',
  leads: ['60', '120'],
  years: [
    ['60', '25', '35', null],
    ['60', '25', '35', null],
  ],
}
/** The scraps 12 / 12 / 0 / … can be put together in more than one way that adds up. */
const FILLER: StripRow = {
  name: '候车亭站点（个）',
  leads: ['5', '50'],
  years: [
    ['25', '10', '15', '0'],
    ['25', '10', '15', '0'],
  ],
}

describe('an annex cut into scraps', () => {
  test('rows whose sums hold are read cell by cell', async () => {
    const { indicators } = await read([WHOLE, SHARE, FILLER])
    expect(certain(indicators, '养护工程')).toEqual([
      '2025 全市 70.5',
      '2026-2027 全市 141',
      '2026 全市 70.5',
      '2026 东江区 20.25',
      '2026 西湖区 30',
      '2026 北山县 20.25',
      '2027 全市 70.5',
      '2027 东江区 20.25',
      '2027 西湖区 50.25',
      '2027 北山县 /',
    ])
    expect(certain(indicators, '覆盖率')).toHaveLength(10)
    expect(indicators.find((i) => i.name === '养护工程')).toMatchObject({
      unit: '公里',
      value: 70.5,
      note: '完成情况',
      table: '云川市农村公路任务清单',
    })
  })

  test('a cell that left no trace makes the districts of its year uncertain, not the whole', async () => {
    const { indicators, warnings } = await read([WHOLE, SHARE, TORN])
    expect(certain(indicators, '就业岗位')).toEqual([
      '2025 全市 60',
      '2026-2027 全市 120',
      '2026 全市 60',
      '2027 全市 60',
    ])
    const guesses = indicators.filter((i) => i.name === '就业岗位' && !i.certain)
    expect(guesses.map((i) => `${i.by} ${i.value}`)).toEqual([
      '东江区 25',
      '西湖区 35',
      '东江区 25',
      '西湖区 35',
    ])
    expect(warnings.map((w) => w.message)).toEqual([expect.stringContaining('不能确定')])
  })

  test('without other rows to tell which is empty no district is named', async () => {
    const full = { ...WHOLE, years: [WHOLE.years[0]!, WHOLE.years[0]!] }
    const { indicators } = await read([full, { ...SHARE, years: [SHARE.years[1]!, SHARE.years[1]!] }, TORN])
    const guesses = indicators.filter((i) => i.name === '就业岗位' && !i.certain)
    expect(new Set(guesses.map((i) => i.by))).toEqual(new Set(['未标明的区']))
  })

  test('a row of words is a cell a part, its period the years it names', async () => {
    const words =
      '最美乡路“一路一景”东江区以甲镇乙线为重点，打造环湖路，拟于2026年实施；西湖区依托丙路，2024年已完成勘测。计划于2026—2027年实施；北港区以丁线为重点，拟于2027年5月实施。'
    const { indicators, warnings } = await read([WHOLE, { name: words, leads: [], years: [] }, SHARE])
    const cells = indicators.filter((i) => i.name === '最美乡路“一路一景”')
    expect(cells.map((i) => `${i.by} ${i.period} ${i.target?.slice(0, 7)} ${i.target?.slice(-2)}`)).toEqual([
      '东江区 2026 东江区以甲镇乙 实施',
      '西湖区 2026-2027 西湖区依托丙路 实施',
      '北港区 2027-05 北港区以丁线为 实施',
    ])
    expect(warnings).toEqual([])
  })

  test('words without parts stay a remark', async () => {
    const { indicators, warnings } = await read([
      WHOLE,
      { name: '改善路域环境持续开展整治行动', leads: [], years: [] },
      SHARE,
    ])
    expect(indicators.filter((i) => i.name.includes('路域'))).toEqual([])
    expect(warnings.map((w) => w.message).join()).toContain('文字说明')
  })

  test('figures that do not add up are left out, and it is said', async () => {
    const wrong = {
      ...WHOLE,
      name: '错误行（公里）',
      years: [
        ['70.5', '1', '2', '3'],
        ['70.5', '1', '2', '3'],
      ],
    }
    const { indicators, warnings } = await read([FILLER, wrong, SHARE])
    expect(certain(indicators, '错误行')).toEqual([])
    expect(warnings.map((w) => w.message).join()).toContain('错误行')
  })

  test('lines of a few characters that are no table', async () => {
    const text = Array.from({ length: 200 }, (_, i) => ['周明', '罗文', '沈岚', '组员'][i % 4]).join('\n')
    expect(readIndicators(await linesOf(`名单\n${text}\n`)).indicators).toEqual([])
  })
})

/** A small generator with a seed: the same tables each run. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

describe('whatever the figures', () => {
  test('a cell called certain is never wrong', async () => {
    const next = random(20260101)
    let right = 0
    for (let n = 0; n < 60; n++) {
      const rows = Array.from({ length: 6 }, (_, i) => randomRow(next, `指标${'甲乙丙丁戊己'[i]}（个）`))
      const { indicators } = await read(rows.map((r) => r.row))
      for (const { row, cells } of rows) {
        const known = certain(indicators, row.name.replace('（个）', ''))
        for (const cell of known) expect(cells).toContain(cell)
        right += known.length
      }
    }
    expect(right).toBeGreaterThan(60 * 6 * 10 * 0.6)
  }, 30_000)
})

/** Figures that add up; now and then a cell without a trace. */
function randomRow(next: (below: number) => number, name: string): { row: StripRow; cells: string[] } {
  const figure = () => (next(3) === 0 ? next(10) : next(3) === 0 ? next(2000) : next(120))
  const groups = Array.from({ length: 2 }, () => {
    const parts = [figure(), figure(), figure()]
    return [parts.reduce((a, b) => a + b, 0), ...parts]
  })
  const done = figure()
  const total = groups[0]![0]! + groups[1]![0]!
  const drop = next(5) === 0 ? next(3) + 1 : null
  const years = groups.map((g, k) => g.map((v, i) => (k === 0 && i === drop ? null : String(v))))
  const cells = [`2025 全市 ${done}`, `2026-2027 全市 ${total}`]
  groups.forEach((g, k) => {
    g.forEach((v, i) => {
      cells.push(`${2026 + k} ${PARTS[i]} ${v}`)
    })
  })
  return { row: { name, leads: [String(done), String(total)], years }, cells }
}

interface Gold {
  readonly rows: readonly {
    readonly name: string
    readonly done_2024: number | null
    readonly three_year_total: number | null
    readonly district_certain: boolean
    readonly years: Readonly<Record<string, Readonly<Record<string, number | null>>>> | null
  }[]
}

describe.skipIf(!existsSync(SHARED))('the annex of a real gazette', () => {
  test('every cell called certain is right, and none that the file tells is missing', async () => {
    const gold = JSON.parse(readFileSync(join(SHARED, 'gold/table39.json'), 'utf8')) as Gold
    const name = readdirSync(join(SHARED, 'seeds')).find((f) => f.startsWith('003')) ?? ''
    const docs = splitDocuments(
      cleanFile(await readFile({ name, bytes: readFileSync(join(SHARED, 'seeds', name)) })),
    )
    const found = docs
      .flatMap((d) => readIndicators(d).indicators)
      .filter((i) => i.certain && !/\p{Script=Han}/u.test(i.target ?? ''))
    const key = (row: string, period: string, by: string, value: number | null) =>
      `${row} ${period} ${by} ${value}`
    const wanted = gold.rows.flatMap((r) => {
      const lead = r.done_2024 === null ? [] : [key(r.name, '2024', '全市', r.done_2024)]
      const total = r.three_year_total === null ? [] : [key(r.name, '2025-2027', '全市', r.three_year_total)]
      const cells = Object.entries(r.years ?? {}).flatMap(([year, parts]) =>
        Object.entries(parts)
          .filter(([by]) => r.district_certain || by === '全市')
          .map(([by, value]) => key(r.name, year, by, value)),
      )
      return [...lead, ...total, ...cells]
    })
    expect(found.map((i) => key(i.name, i.period ?? '', i.by ?? '', i.value)).toSorted()).toEqual(
      wanted.toSorted(),
    )
  })
})
