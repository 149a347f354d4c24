import { utils } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import { checkCard } from '../../src/cards/check-card.ts'
import { cardOf, pageCount } from '../../src/cards/print.ts'
import { reportMessage } from '../../src/cards/report/report-message.ts'
import { messageText } from '../../src/cards/text.ts'
import { REPORT_KINDS, type Report, type ReportKind } from '../../src/domain/report.ts'
import type { ReportScope } from '../../src/domain/report-wish.ts'
import type { Snapshot } from '../../src/domain/standing.ts'
import { buildReport } from '../../src/report/report.ts'
import { EVERYTHING } from '../../src/report/scope.ts'
import { reportText } from '../../src/report/text.ts'
import { city, emptyCity, wishOf } from './city.ts'
import { bookOf, docxOf } from './prints/outline.ts'

const LONG = `${'各标段按周调度，占道许可和管线迁改同步推进，'.repeat(240)}完`
/** Every letter is two halves in memory: a cut between them would leave a broken one. */
const RARE = '𠮷'.repeat(400)

/** The city, with what people wrote and their names as these words. */
function saying(words: string): Snapshot {
  const tasks = city()
    .tasks.slice(0, 13)
    .map((task) => ({
      ...task,
      text: `${words.slice(0, 120)}${task.text}`,
      leads: task.leads.map((unit) => ({ ...unit, name: `${words.replaceAll('，', '').slice(0, 20)}局` })),
      report: task.report && { ...task.report, text: words, difficulty: words, help: words },
    }))
  return { ...city(), tasks, owing: [] }
}

const scopeOf = (kind: ReportKind, { tasks }: Snapshot): ReportScope => {
  const sides = [1, 2].map((id) => ({ name: `文件${id}`, unitIds: [], documentId: id }))
  if (kind === 'comparison') return { ...EVERYTHING, sides }
  if (kind === 'unit') return { ...EVERYTHING, name: '市外办', unitIds: [tasks[8]?.leads[0]?.id ?? 999] }
  return kind === 'task' ? { ...EVERYTHING, taskIds: [tasks[8]?.originId ?? 1] } : EVERYTHING
}

const reportOf = (kind: ReportKind, now: Snapshot): Report => {
  const history = now.tasks.slice(8, 9).flatMap((task) => task.report ?? [])
  return buildReport(wishOf({ kind, scope: scopeOf(kind, now) }), { now, before: null, history })
}

async function printed(report: Report): Promise<Readonly<Record<'card' | 'docx' | 'xlsx', string>>> {
  const message = reportMessage(report)
  const pages = pageCount({ message, turn: 1, page: 0 }, () => '')
  for (let page = 0; page < pages; page++)
    expect(checkCard(cardOf({ message, turn: 1, page }, () => ''))).toEqual([])
  const book = await bookOf(report)
  const rows = book.SheetNames.flatMap((name) =>
    utils.sheet_to_json<readonly unknown[]>(book.Sheets[name]!, { header: 1 }),
  )
  const { outline } = await docxOf(report)
  return {
    card: messageText(message),
    docx: outline.join('\n'),
    xlsx: rows.map((row) => row.join('|')).join('\n'),
  }
}

const EDGES = { 空的一期: emptyCity, 长文字: saying(LONG), 生僻字: saying(RARE) } as const

describe.each(Object.entries(EDGES))('%s', (_, now) => {
  test.each(REPORT_KINDS)('%s in all three forms', async (kind) => {
    const report = reportOf(kind, now)
    const forms = await printed(report)
    for (const text of [reportText(report), ...Object.values(forms)]) {
      expect(text.isWellFormed()).toBe(true)
      expect(text).not.toContain('\ufffd')
      expect(text).not.toMatch(/undefined|NaN|null|，，|。。|（）/)
      expect(text.length).toBeGreaterThan(8)
    }
  })
})

test.each(['ledger', 'forms', 'task'] as const)(
  '5,000 letters stand whole in a cell of %s, in every form',
  async (kind) => {
    const squeezed = (text: string) => text.replace(/[\s\u200b⏎]/g, '')
    const forms = await printed(reportOf(kind, saying(LONG)))
    expect(LONG.length).toBeGreaterThan(5000)
    for (const [form, text] of Object.entries(forms)) expect(squeezed(text).includes(LONG), form).toBe(true)
  },
)

test.each([
  ['unit', '没有牵头或作为责任单位的任务'],
  ['ledger', '没有符合条件的任务'],
  ['task', '没有查到这项任务'],
  ['monthly', '没有纳入督办的任务'],
] as const)('nothing to tell is said in words: %s', async (kind, words) => {
  for (const text of Object.values(await printed(reportOf(kind, emptyCity)))) expect(text).toContain(words)
})
