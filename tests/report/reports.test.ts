import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Report, Run } from '../../src/domain/report.ts'
import { CLASSES, tally } from '../../src/report/classes.ts'
import { ledgerRows } from '../../src/report/ledger-rows.ts'
import { reportText } from '../../src/report/text.ts'
import { city } from './city.ts'
import { reportOf, SCENES } from './scenes.ts'

const GOLDEN = join(import.meta.dirname, 'golden')

describe('every kind as it reads', () => {
  test.each(SCENES)('$name', (scene) => {
    const file = join(GOLDEN, `${scene.name}.txt`)
    expect(existsSync(file), 'node tests/report/record.ts').toBe(true)
    expect(`${reportText(reportOf(scene))}\n`).toBe(readFileSync(file, 'utf8'))
  })
})

const scene = (name: string): Report => {
  const found = SCENES.find((s) => s.name === name)
  if (found === undefined) throw new Error(`no scene ${name}`)
  return reportOf(found)
}

const runsOf = (report: Report): readonly Run[] =>
  report.parts.flatMap((part): readonly Run[] => {
    if (part.kind === 'paragraph') return part.runs
    if (part.kind === 'figures') return part.figures.map((f) => f.value)
    return part.kind === 'table' ? part.rows.flat() : []
  })

describe('figures', () => {
  test('the five classes are all tasks, none twice', () => {
    const { tasks } = city()
    const said = tally(tasks)
    const ids = CLASSES.flatMap((c) => said[c].map((task) => task.originId))
    expect([...ids].sort()).toEqual(tasks.map((task) => task.originId).sort())
  })

  test.each(SCENES)('$name: what is written is what was counted', (s) => {
    const report = reportOf(s)
    const figures = runsOf(report).filter((run) => /^\d+$/.test(run.text) && run.figure !== undefined)
    for (const { text, figure } of figures) expect(Number(text)).toBe(figure?.value)
    for (const { text, figure } of figures)
      if ((figure?.tasks.length ?? 0) > 0) expect(figure?.tasks).toHaveLength(Number(text))
    const sources = runsOf(report).flatMap((run) => run.figure?.source ?? [])
    for (const source of sources) expect(report.sources[source]).toBeDefined()
  })

  test('a row of a table adds up, and so does its column', () => {
    const tables = ['季通报 点名', '全年总结', '半年小结', '月调度'].flatMap((name) =>
      scene(name).parts.filter((part) => part.kind === 'table' && part.columns.length === 7),
    )
    expect(tables.length).toBeGreaterThan(4)
    for (const part of tables) {
      if (part.kind !== 'table') continue
      const rows = part.rows.map((row) => row.slice(1).map((cell) => Number(cell.text)))
      for (const [all, ...parts] of rows) expect(parts.reduce((a, b) => a + b, 0)).toBe(all)
      if (part.rows.at(-1)?.[0]?.text !== '合计') continue
      const sum = rows.slice(0, -1).reduce((a, row) => a.map((n, i) => n + (row[i] ?? 0)))
      expect(rows.at(-1)).toEqual(sum)
    }
  })

  test('the ledger has every task once, in the order of the documents', () => {
    const rows = [...ledgerRows(city())]
    expect(rows.map((row) => row.taskId)).toEqual(city().tasks.map((task) => task.originId))
  })
})

describe('words', () => {
  test('no bulletin to all names a unit unless it was ticked', () => {
    const trouble = (report: Report) => {
      const from = reportText(report).split('\n')
      return from
        .slice(from.findIndex((line) => line.endsWith('滞后和逾期事项及原因')))
        .filter((line) => /^\d+\. /.test(line) && line.includes('落后序时'))
    }
    expect(trouble(scene('季通报')).join()).not.toMatch(/局|政府|集团|公司|海关/)
    expect(trouble(scene('季通报 点名')).join()).toMatch(/市市场监管局|云川文旅集团/)
    expect(reportText(scene('季通报'))).not.toContain('逾期未报的单位')
  })

  test('nothing is praised that no row says', () => {
    for (const s of SCENES) {
      expect(reportText(reportOf(s))).not.toMatch(
        /取得|成效|显著|圆满|高度重视|扎实|undefined|NaN|null|，，|。。|：。|（）/,
      )
    }
  })

  test('a text of 5,000 letters and rare characters go through whole', () => {
    const long = `𠮷祥街道（㐂园）${'很长的进展说明，'.repeat(625)}`
    const [first] = city().tasks
    const now = { ...city(), tasks: [{ ...first!, report: { ...first!.report!, text: long } }] }
    const report = reportOf({ name: '', wish: { kind: 'ledger' }, now })
    const cells = runsOf(report).map((run) => run.text)
    expect(cells).toContain(long)
  })
})
