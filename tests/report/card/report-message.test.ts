import { describe, expect, test } from 'vitest'
import { checkCard } from '../../../src/cards/check-card.ts'
import { cardOf, pageCount } from '../../../src/cards/print.ts'
import { reportMessage } from '../../../src/cards/report/report-message.ts'
import { messageText } from '../../../src/cards/text.ts'
import type { Block, Message } from '../../../src/domain/message.ts'
import type { Report, ReportPart } from '../../../src/domain/report.ts'
import { bulletinParts, makeReport } from '../make-report.ts'
import { reportOf, SCENES } from '../scenes.ts'

const links = () => 'https://duban.example/documents/1#c5'
const pagesOf = (message: Message) => pageCount({ message, turn: 7, page: 0 }, links)

describe.each(SCENES)('$name', (scene) => {
  const report = reportOf(scene)
  const message = reportMessage(report)

  test('every page is a card the platform takes', () => {
    const faults = Array.from({ length: pagesOf(message) }, (_, page) =>
      checkCard(cardOf({ message, turn: 7, page }, links)),
    )
    expect(faults.flat()).toEqual([])
  })

  test('as text it is complete: nothing the report says is missing', () => {
    const text = squeezed(messageText(message))
    expect(saidIn(report).filter((words) => !text.includes(squeezed(words)))).toEqual([])
  })

  test('three cards at most, whatever the report', () => {
    expect(pagesOf(message)).toBeLessThanOrEqual(3)
  })
})

const squeezed = (text: string) => text.replace(/[\s：*·]|^\d+\. /gm, '')

/** Headings apart: one whose words all went to the top is not told. */
function saidIn({ parts }: Report): readonly string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'paragraph')
      return [
        part.runs
          .map((r) => r.text)
          .join('')
          .replace(/^\d+\. /, ''),
      ]
    if (part.kind === 'table') return part.rows.flatMap((row) => row.map((cell) => cell.text))
    if (part.kind === 'figures') return part.figures.map((f) => `${f.label}${f.value.text}`)
    return part.kind === 'chart' ? [part.caption, part.data] : []
  })
}

const kinds = (blocks: readonly Block[]) => blocks.map((b) => b.kind)
const entry = (n: number, light: 'red' | 'amber' = 'red'): ReportPart => ({
  kind: 'paragraph',
  runs: [
    { text: `${n}. ` },
    { text: `任务${n}`, strong: true, light },
    { text: '（' },
    { text: `第${n}项`, figure: { value: n, tasks: [n], progress: [], source: 0 } },
    { text: '）：落后序时37个百分点。' },
  ],
})
const heading = (text: string): ReportPart => ({ kind: 'heading', level: 1, text })
const said = (text: string): ReportPart => ({ kind: 'paragraph', runs: [{ text }] })

test('figures, first words and chart come first, wherever they stand', () => {
  const { blocks } = reportMessage(makeReport({ parts: bulletinParts(3) }))
  expect(kinds(blocks).slice(0, 3)).toEqual(['figures', 'text', 'chart'])
})

test('entries become rows with light and clause; a long list shows five and folds the rest, numbered on', () => {
  const parts = [heading('滞后事项'), ...Array.from({ length: 9 }, (_, i) => entry(i + 1))]
  const { blocks } = reportMessage(makeReport({ parts }))
  expect(blocks[1]).toMatchObject({
    kind: 'rows',
    rows: [{ lead: '任务1（第1项）', text: '落后序时37个百分点。', light: 'red', source: 0 }, {}, {}, {}, {}],
  })
  expect(blocks[2]).toMatchObject({ kind: 'fold', title: '其余4项', blocks: [{ kind: 'rows', first: 6 }] })
  expect(messageText(reportMessage(makeReport({ parts })))).toMatch(/\n6\. 🔴?任务6（第6项）/)
})

test('what needs an eye is open and first, long sections beside it are folded', () => {
  const parts = [
    heading('完成情况'),
    said('已全部建成并通过验收。'.repeat(30)),
    heading('报送情况'),
    said('已报52家。'),
    heading('滞后和逾期事项'),
    entry(1),
    heading('下步工作'),
    said('补报。'),
  ]
  const { blocks } = reportMessage(makeReport({ parts }))
  expect(blocks.map((b) => ('title' in b ? `▸${b.title}` : 'text' in b ? b.text : b.kind))).toEqual([
    '滞后和逾期事项',
    'rows',
    '▸完成情况',
    '报送情况',
    '已报52家。',
    '下步工作',
    '补报。',
  ])
})

test('the sums of a table are its figures where the report has none', () => {
  const columns = ['板块', '任务数', '已完成', '达到序时', '偏慢', '滞后'].map((name) => ({
    ...{ name, width: 1, align: 'left' as const },
  }))
  const cells = ['合计', '104', '16', '48', '24', '16'].map((text, i) => ({
    text,
    ...(i > 0 ? { figure: { value: Number(text), tasks: [], progress: [] } } : {}),
  }))
  const parts: readonly ReportPart[] = [
    { kind: 'table', caption: '分板块', columns, rows: [cells], note: null },
  ]
  expect(reportMessage(makeReport({ parts })).blocks[0]).toEqual({
    kind: 'figures',
    figures: [
      { label: '任务数', value: '104' },
      { label: '已完成', value: '16' },
      { label: '达到序时', value: '48' },
      { label: '偏慢', value: '24' },
      { label: '滞后', value: '16' },
    ],
  })
})

test('a report of 103 lines and one of 5,000 letters fit on cards', () => {
  const long = reportMessage(
    makeReport({ parts: [heading('情况'), said('长'.repeat(5000)), ...bulletinParts(103)] }),
  )
  const faults = Array.from({ length: pagesOf(long) }, (_, page) =>
    checkCard(cardOf({ message: long, turn: null, page }, links)),
  )
  expect(faults.flat()).toEqual([])
})
