import { expect, test } from 'vitest'
import { findDeadline } from '../../ingest/extract/deadline.ts'
import { readDuties } from '../../ingest/extract/duty.ts'
import { readGoals } from '../../ingest/extract/goal.ts'
import { findMetrics } from '../../ingest/extract/metric.ts'
import { readRoster } from '../../ingest/extract/roster.ts'
import { readStages } from '../../ingest/extract/stage.ts'
import { findDates } from '../../src/text/dates.ts'
import { node, plan } from './tree.ts'

const PIECES = [
  ...'建立 向 报送 形成 1 12个 2025年 一 十 百 千 “ （ ） 《 、 ， 。 ； 年 月 不低于 的 对 各 市 增长 % 6月底前 阶段 ： 到 — A'.split(
    ' ',
  ),
  '百分之',
  '组长：',
  ' ',
]

/** Readings of any text: none may throw, or say words that are not in it. */
function readAll(text: string): boolean {
  const metrics = findMetrics(text)
  const dates = findDates(text, { today: '2025-03-10', year: null })
  const deadline = findDeadline(text, { headings: [text.slice(0, 40)], title: '', period: null })
  readDuties(plan([node({ heading: '工作要求', paragraphs: [text] })]), 2025)
  readStages(node({ heading: text.slice(0, 30), paragraphs: [text] }), 2025)
  readGoals(node({ heading: '工作目标', paragraphs: [text] }))
  readRoster({ letter: null, body: node({ lines: text.split('。') }), annexes: [] })
  return (
    [...metrics, ...dates].every((f) => text.slice(f.start, f.end) === f.text) &&
    (deadline === null || text.includes(deadline.raw))
  )
}

/** The same numbers on every run. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

test('shuffled trade words', () => {
  const next = random(7)
  for (let round = 0; round < 200; round++) {
    const text = Array.from({ length: 120 }, () => PIECES[Math.floor(next() * PIECES.length)]).join('')
    expect(readAll(text), text).toBe(true)
  }
})

test.each(PIECES)('one piece over and over: %s', (piece) => {
  expect(readAll(`工作${piece.repeat(Math.floor(4000 / piece.length))}`)).toBe(true)
})
